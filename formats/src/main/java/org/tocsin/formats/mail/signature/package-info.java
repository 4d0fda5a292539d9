/** Signed and encrypted mail (RFC 1847): S/MIME (RFC 8551) and OpenPGP (RFC 3156, RFC 9580). */
@NullMarked
package org.tocsin.formats.mail.signature;

import org.jspecify.annotations.NullMarked;
