/**
 * The ways in: whatever is submitted is framed, written to the raw log and sealed, then answered.
 */
@NullMarked
package org.tocsin.ingest;

import org.jspecify.annotations.NullMarked;
