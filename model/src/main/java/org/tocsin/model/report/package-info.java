/** A report on its way in: raw records, slots, and what normalising makes of them. */
@NullMarked
package org.tocsin.model.report;

import org.jspecify.annotations.NullMarked;
