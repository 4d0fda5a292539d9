/** Applies what people and rules decided to the views. */
@NullMarked
package org.tocsin.triage.projection;

import org.jspecify.annotations.NullMarked;
