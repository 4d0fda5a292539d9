/** Incidents as interface and console read them and work on them. */
@NullMarked
package org.tocsin.web.incident;

import org.jspecify.annotations.NullMarked;
