/** Events of MISP, and feeds of them. */
@NullMarked
package org.tocsin.formats.misp;

import org.jspecify.annotations.NullMarked;
