package org.tocsin.model.report;

import java.util.Locale;

/** The two ways in: what a person waits for never queues behind a million rows. */
public enum Lane {
  INTERACTIVE,
  BULK;

  /** The lane's name in configuration, metrics and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
