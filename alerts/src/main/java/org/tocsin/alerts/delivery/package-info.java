/**
 * Carries warnings to those who subscribed to them: the announcer says who gets what, the courier
 * carries it, and the ledger keeps what became of it.
 */
@NullMarked
package org.tocsin.alerts.delivery;

import org.jspecify.annotations.NullMarked;
