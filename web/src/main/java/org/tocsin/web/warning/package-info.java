/** Warnings, as a reader may see them and as the team writes them. */
@NullMarked
package org.tocsin.web.warning;

import org.jspecify.annotations.NullMarked;
