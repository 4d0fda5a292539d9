/** The node's own secret, and what is derived from it so that nothing secret has to be kept. */
@NullMarked
package org.tocsin.model.secret;

import org.jspecify.annotations.NullMarked;
