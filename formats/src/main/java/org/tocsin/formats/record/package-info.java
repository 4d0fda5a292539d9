/**
 * What the readers of several formats need: where records lie, what is wrong with one, how an
 * observation is written.
 */
@NullMarked
package org.tocsin.formats.record;

import org.jspecify.annotations.NullMarked;
