/** The formats of the outside world: bytes in, records and rejects out. Pure: no Spring, no I/O. */
@NullMarked
package org.tocsin.formats;

import org.jspecify.annotations.NullMarked;
