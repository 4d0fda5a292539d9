/**
 * Patterns of STIX 2.1 section 9: read, written, and held against what was observed. Everything
 * here is pure and has bounds, since patterns are written by outsiders.
 */
@NullMarked
package org.tocsin.model.pattern;

import org.jspecify.annotations.NullMarked;
