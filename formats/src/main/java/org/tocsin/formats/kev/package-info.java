/** The catalog of known exploited vulnerabilities of CISA. */
@NullMarked
package org.tocsin.formats.kev;

import org.jspecify.annotations.NullMarked;
