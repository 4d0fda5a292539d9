/** From what was observed to incidents. */
@NullMarked
package org.tocsin.triage.correlate;

import org.jspecify.annotations.NullMarked;
