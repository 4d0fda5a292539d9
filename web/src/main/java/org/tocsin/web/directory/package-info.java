/** Organisations and sharing groups, as a reader may see and change them. */
@NullMarked
package org.tocsin.web.directory;

import org.jspecify.annotations.NullMarked;
