/** The connection to Elasticsearch: requests, what failures mean, and when to try again. */
@NullMarked
package org.tocsin.store.cluster;

import org.jspecify.annotations.NullMarked;
