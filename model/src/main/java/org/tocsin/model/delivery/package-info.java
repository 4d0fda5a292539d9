/** Who gets which version of a warning by which channel, and what became of it. */
@NullMarked
package org.tocsin.model.delivery;

import org.jspecify.annotations.NullMarked;
