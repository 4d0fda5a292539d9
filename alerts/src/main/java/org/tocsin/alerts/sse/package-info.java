/** Streams of what goes out: Server-Sent Events (WHATWG HTML, section 9.2). */
@NullMarked
package org.tocsin.alerts.sse;

import org.jspecify.annotations.NullMarked;
