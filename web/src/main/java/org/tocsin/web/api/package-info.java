/** The REST interface under {@code /api}. */
@NullMarked
package org.tocsin.web.api;

import org.jspecify.annotations.NullMarked;
