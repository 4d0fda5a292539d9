/** Puts the program together: one image, whose roles decide what a process does. */
@NullMarked
package org.tocsin.app;

import org.jspecify.annotations.NullMarked;
