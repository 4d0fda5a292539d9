/** What documents look like: how they are written, and read back. */
@NullMarked
package org.tocsin.store.document;

import org.jspecify.annotations.NullMarked;
