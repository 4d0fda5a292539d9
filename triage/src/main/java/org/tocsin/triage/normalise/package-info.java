/** From raw record to written facts and an outcome. */
@NullMarked
package org.tocsin.triage.normalise;

import org.jspecify.annotations.NullMarked;
