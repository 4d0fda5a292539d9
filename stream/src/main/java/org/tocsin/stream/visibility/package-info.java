/** The order in which what is in the log becomes visible. */
@NullMarked
package org.tocsin.stream.visibility;

import org.jspecify.annotations.NullMarked;
