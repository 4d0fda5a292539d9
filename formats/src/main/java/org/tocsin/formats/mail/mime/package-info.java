/** Internet mail as it is written (RFC 5322, RFC 2045 to 2049), read leniently within limits. */
@NullMarked
package org.tocsin.formats.mail.mime;

import org.jspecify.annotations.NullMarked;
