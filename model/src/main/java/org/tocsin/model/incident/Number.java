package org.tocsin.model.incident;

import java.time.ZoneOffset;
import org.tocsin.model.journal.Journaled;

/** The short number of an incident. */
final class Number {
  private Number() {}

  /**
   * The year an incident is opened in and the place of its opening in the journal: unique, growing,
   * and the same whenever the journal is read again. Numbers are left out where other things were
   * decided between.
   */
  static String of(Journaled made) {
    return "%d-%06d".formatted(made.at().atZone(ZoneOffset.UTC).getYear(), made.offset());
  }
}
