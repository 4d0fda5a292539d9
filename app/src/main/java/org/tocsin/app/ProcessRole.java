package org.tocsin.app;

import java.util.Locale;

/** What a process can do; several at once by default. */
enum ProcessRole {
  INGEST,
  TRIAGE,
  ALERTS,
  WEB,
  REBUILD;

  static ProcessRole of(String name) {
    return valueOf(name.strip().toUpperCase(Locale.ROOT));
  }
}
