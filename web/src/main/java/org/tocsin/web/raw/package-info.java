/** The bytes things came from, and sending them through triage again. */
@NullMarked
package org.tocsin.web.raw;

import org.jspecify.annotations.NullMarked;
