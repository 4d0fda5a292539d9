/** X-ARF 0.1 and 0.2: reports of abuse as a few lines in a part of a mail. */
@NullMarked
package org.tocsin.formats.mail.xarf;

import org.jspecify.annotations.NullMarked;
