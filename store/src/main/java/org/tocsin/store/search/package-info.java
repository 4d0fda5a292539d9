/**
 * How observations and objects are found: conditions, pages, cursors, and what a reader may see.
 */
@NullMarked
package org.tocsin.store.search;

import org.jspecify.annotations.NullMarked;
