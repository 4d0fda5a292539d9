/** Organisations, and what of the net is theirs. */
@NullMarked
package org.tocsin.model.directory;

import org.jspecify.annotations.NullMarked;
