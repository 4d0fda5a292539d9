/** How facts, outcomes and submissions are written so that each counts once. */
@NullMarked
package org.tocsin.store.write;

import org.jspecify.annotations.NullMarked;
