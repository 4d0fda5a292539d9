/** A TAXII 2.1 server (OASIS Standard, 10 June 2021). */
@NullMarked
package org.tocsin.alerts.taxii;

import org.jspecify.annotations.NullMarked;
