/** Mailboxes of others' servers (IMAP, POP3), reached by the same rules as everything outside. */
@NullMarked
package org.tocsin.outward.mailbox;

import org.jspecify.annotations.NullMarked;
