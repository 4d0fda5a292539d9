/**
 * What goes out: warnings, from the first draft to the last acknowledgement. Four eyes, bound to
 * the hash of what is published.
 */
@NullMarked
package org.tocsin.model.warning;

import org.jspecify.annotations.NullMarked;
