package org.tocsin.outward.mailbox;

/**
 * A mail in a mailbox.
 *
 * @param id what the server names it by for as long as the mailbox is the same: its UID (RFC 9051
 *     section 2.3.1.1), or of POP3 its UIDL (RFC 1939 section 7)
 * @param bytes its size as the server gives it
 */
public record WaitingMail(String id, long bytes) {}
