/** Published warnings for those who have only an address: feeds that are fetched. */
@NullMarked
package org.tocsin.alerts.feed;

import org.jspecify.annotations.NullMarked;
