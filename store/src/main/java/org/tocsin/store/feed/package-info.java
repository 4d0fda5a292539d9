/** What was decided about feeds, as every process knows it. */
@NullMarked
package org.tocsin.store.feed;

import org.jspecify.annotations.NullMarked;
