/**
 * Builds cyber-observable objects (STIX 2.1 section 6) out of what formats find, with the ids the
 * standard derives from their content.
 */
@NullMarked
package org.tocsin.formats.sco;

import org.jspecify.annotations.NullMarked;
