package org.tocsin.ingest.feed;

import java.util.Locale;

/** How a feed is fetched. */
public enum WayIn {
  /** One file at an address. */
  URL,
  /** A collection of a TAXII 2.1 server. */
  TAXII,
  /** A MISP feed: a manifest, and a file for each event. */
  MISP,
  /** A mailbox, by IMAP or POP3. */
  MAILBOX;

  /** The name in definitions, such as {@code taxii}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
