/** Cuts a submission into raw records while it streams by, and counts what is in them. */
@NullMarked
package org.tocsin.formats.framing;

import org.jspecify.annotations.NullMarked;
