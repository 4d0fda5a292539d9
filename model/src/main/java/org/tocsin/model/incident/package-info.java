/**
 * Incidents: an analyst's units of work, what is observed of them and what is decided about them.
 */
@NullMarked
package org.tocsin.model.incident;

import org.jspecify.annotations.NullMarked;
