package org.tocsin.alerts.mail;

/**
 * How mail is written.
 *
 * @param from the address it comes from
 * @param name what that address is called, in ASCII
 * @param console where the console is, without a slash at the end; empty where mail names no page
 */
public record MailSettings(String from, String name, String console) {
  /** The domain its messages are named in. */
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }
}
