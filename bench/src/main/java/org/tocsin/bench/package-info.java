/** The performance budget, measured on a running node: one JSON line for each figure. */
@NullMarked
package org.tocsin.bench;

import org.jspecify.annotations.NullMarked;
