/** What never becomes an indicator, whatever format names it. */
@NullMarked
package org.tocsin.formats.benign;

import org.jspecify.annotations.NullMarked;
