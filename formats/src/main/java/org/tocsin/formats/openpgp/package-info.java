/** Signing in OpenPGP (RFC 9580) with a key of the node's own. */
@NullMarked
package org.tocsin.formats.openpgp;

import org.jspecify.annotations.NullMarked;
