/** Feedback reports in mail: ARF (RFC 5965) with its extensions, and one older form. */
@NullMarked
package org.tocsin.formats.mail.arf;

import org.jspecify.annotations.NullMarked;
