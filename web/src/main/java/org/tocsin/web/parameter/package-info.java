/** Reads single parameters of requests, and says which one cannot be read. */
@NullMarked
package org.tocsin.web.parameter;

import org.jspecify.annotations.NullMarked;
