/** STIX 2.0, read as STIX 2.1 by the rules the two standards give for it. */
@NullMarked
package org.tocsin.formats.stix20;

import org.jspecify.annotations.NullMarked;
