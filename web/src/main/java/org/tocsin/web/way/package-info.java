/** Ways in that stand open, as the node's team sees and steers them. */
@NullMarked
package org.tocsin.web.way;

import org.jspecify.annotations.NullMarked;
