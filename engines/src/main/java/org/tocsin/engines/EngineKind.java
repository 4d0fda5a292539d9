package org.tocsin.engines;

import java.util.Locale;

/** The engines Tocsin runs on. */
public enum EngineKind {
  /** The broker: raw reports, journal, deliveries. */
  KAFKA(700),
  /** The index: everything that is searched. */
  ELASTICSEARCH(1400),
  /** Identity: people, machines, roles. */
  KEYCLOAK(600);

  private final int mebibytes;

  EngineKind(int mebibytes) {
    this.mebibytes = mebibytes;
  }

  /** The memory its process needs, heap and all, in MiB. */
  public int mebibytes() {
    return mebibytes;
  }

  /** Its name on the screen, in folders and in log files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
