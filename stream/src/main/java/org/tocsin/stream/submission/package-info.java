/** The states of submissions: read back by receipt, and consumed in batches. */
@NullMarked
package org.tocsin.stream.submission;

import org.jspecify.annotations.NullMarked;
