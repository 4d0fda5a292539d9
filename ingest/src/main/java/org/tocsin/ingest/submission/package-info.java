/** Takes a submission: frames it, writes it to the raw log, seals it, and only then says so. */
@NullMarked
package org.tocsin.ingest.submission;

import org.jspecify.annotations.NullMarked;
