/** What became of what was collected: outcomes, receipts and the equation between them. */
@NullMarked
package org.tocsin.model.account;

import org.jspecify.annotations.NullMarked;
