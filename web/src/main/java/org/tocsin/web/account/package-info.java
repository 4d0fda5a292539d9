/** The loss equation of receipts and hours, as readers may see it. */
@NullMarked
package org.tocsin.web.account;

import org.jspecify.annotations.NullMarked;
