/** Looks for new indicators in what was observed before they were known (retro-hunt). */
@NullMarked
package org.tocsin.triage.hunt;

import org.jspecify.annotations.NullMarked;
