/**
 * Mail: reports of abuse by machines, what answers by itself, and what people write.
 *
 * <p>Nothing that names the reporter or a recipient goes into the STIX; the bytes of the mail keep
 * it. What has to do with the mail itself is kept under field names that begin with {@code email_},
 * which the sharing policy hides from everybody but the node's team and whoever sent it in.
 */
@NullMarked
package org.tocsin.formats.mail;

import org.jspecify.annotations.NullMarked;
