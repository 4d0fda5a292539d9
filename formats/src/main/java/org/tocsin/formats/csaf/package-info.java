/** Security advisories of the Common Security Advisory Framework. */
@NullMarked
package org.tocsin.formats.csaf;

import org.jspecify.annotations.NullMarked;
