/** Watches that the loss equation holds, and rings when it does not. */
@NullMarked
package org.tocsin.triage.account;

import org.jspecify.annotations.NullMarked;
