/**
 * Rows and cells of tables (RFC 4180 and its kin), read as leniently as real reports need. The
 * framer and the normalisers share it, so that they agree on what a record is.
 */
@NullMarked
package org.tocsin.formats.rows;

import org.jspecify.annotations.NullMarked;
