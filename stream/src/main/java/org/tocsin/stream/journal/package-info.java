/** The journal: at first only its first record, which makes the node's ids its own. */
@NullMarked
package org.tocsin.stream.journal;

import org.jspecify.annotations.NullMarked;
