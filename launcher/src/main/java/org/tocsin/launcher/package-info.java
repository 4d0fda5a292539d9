/** The commands of {@code ./tocsin}. */
@NullMarked
package org.tocsin.launcher;

import org.jspecify.annotations.NullMarked;
