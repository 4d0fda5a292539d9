/** How the views of reports are made anew behind the ones that are read. */
@NullMarked
package org.tocsin.store.rebuild;

import org.jspecify.annotations.NullMarked;
