/** Atom syndication documents (RFC 4287). */
@NullMarked
package org.tocsin.formats.atom;

import org.jspecify.annotations.NullMarked;
