/** The ledger of deliveries: how it is written, followed and read again. */
@NullMarked
package org.tocsin.stream.delivery;

import org.jspecify.annotations.NullMarked;
