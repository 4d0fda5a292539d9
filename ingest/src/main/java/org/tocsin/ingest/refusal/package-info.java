/** What is not taken, and whether trying again helps. */
@NullMarked
package org.tocsin.ingest.refusal;

import org.jspecify.annotations.NullMarked;
