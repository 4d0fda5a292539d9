/** {@code POST /api/reports}: submissions over HTTP, streamed from the first byte to the last. */
@NullMarked
package org.tocsin.ingest.http;

import org.jspecify.annotations.NullMarked;
