/** Events of n6, the exchange of CERT Polska. */
@NullMarked
package org.tocsin.formats.n6;

import org.jspecify.annotations.NullMarked;
