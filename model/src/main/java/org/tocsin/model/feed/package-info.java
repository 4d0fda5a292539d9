/** What people decide about the feeds a node fetches. */
@NullMarked
package org.tocsin.model.feed;

import org.jspecify.annotations.NullMarked;
