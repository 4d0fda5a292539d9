/** The one gate: who may see what. */
@NullMarked
package org.tocsin.model.sharing;

import org.jspecify.annotations.NullMarked;
