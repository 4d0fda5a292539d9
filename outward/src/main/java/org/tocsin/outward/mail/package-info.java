/** Mail to people, by a server of the operator's choice (SMTP, RFC 5321). */
@NullMarked
package org.tocsin.outward.mail;

import org.jspecify.annotations.NullMarked;
