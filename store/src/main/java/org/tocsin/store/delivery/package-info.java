/** What became of deliveries, as the ledger tells it. */
@NullMarked
package org.tocsin.store.delivery;

import org.jspecify.annotations.NullMarked;
