/** The directory, as every process knows it. */
@NullMarked
package org.tocsin.store.directory;

import org.jspecify.annotations.NullMarked;
