/** Adding up what became of what was collected, and finding what was rejected. */
@NullMarked
package org.tocsin.store.account;

import org.jspecify.annotations.NullMarked;
