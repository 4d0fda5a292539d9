package org.tocsin.formats.shadowserver;

import java.util.Locale;

/** Whom an address, port or name of a record belongs to. */
enum Party {
  /** Whom the report is about, where it names only one. */
  SUBJECT,
  /** Who sent the traffic. */
  SOURCE,
  /** Whom the traffic went to. */
  TARGET,
  /** The command and control server, in older reports. */
  C2,
  /** The page that referred to a sinkhole. */
  REFERER,
  /** Who was said to attack. */
  ATTACKER,
  /** What a name was resolved to. */
  ANSWER,
  /** Somebody else. */
  OTHER;

  /** Whether a report may be about it, before those that come after it. */
  boolean mayBeSubject() {
    return switch (this) {
      case SUBJECT, SOURCE, REFERER, ANSWER, OTHER -> true;
      case TARGET, C2, ATTACKER -> false;
    };
  }

  static Party of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
