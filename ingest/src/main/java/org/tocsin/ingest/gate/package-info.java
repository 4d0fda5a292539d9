/** Which of the ways in that stand open are paused, as this process knows it. */
@NullMarked
package org.tocsin.ingest.gate;

import org.jspecify.annotations.NullMarked;
