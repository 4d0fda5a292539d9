/** Feeds that are fetched, as the node's team sees and steers them. */
@NullMarked
package org.tocsin.web.feed;

import org.jspecify.annotations.NullMarked;
