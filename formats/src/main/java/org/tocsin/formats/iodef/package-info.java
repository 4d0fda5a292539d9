/**
 * IODEF, the Incident Object Description Exchange Format: version 1 (RFC 5070), version 2 (RFC
 * 7970) and the JSON of version 2 (RFC 8727). XML and JSON become the same elements first.
 */
@NullMarked
package org.tocsin.formats.iodef;

import org.jspecify.annotations.NullMarked;
