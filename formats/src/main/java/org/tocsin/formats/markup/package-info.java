/** Reads XML of outsiders without a DTD, external entities or depth without end. */
@NullMarked
package org.tocsin.formats.markup;

import org.jspecify.annotations.NullMarked;
