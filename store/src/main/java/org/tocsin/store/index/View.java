package org.tocsin.store.index;

import java.util.Locale;

/** The views made of reports. Each is read through an alias of its name. */
public enum View {
  /** Observations, by month, with two indices beside the months. */
  OBSERVATIONS,
  /** Every version of every object that arrived as STIX. */
  OBJECTS,
  /** The last version of each of those objects. */
  CURRENT,
  /** What became of each raw record. */
  OUTCOMES,
  /** The submissions. */
  SUBMISSIONS;

  /** The view's name in names of indices and aliases. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
