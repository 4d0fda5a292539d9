/** Feeds that are fetched: their definitions, and the collectors that poll them. */
@NullMarked
package org.tocsin.ingest.feed;

import org.jspecify.annotations.NullMarked;
