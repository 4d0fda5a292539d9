package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import org.tocsin.model.pattern.Pattern;
import org.tocsin.model.sharing.SharingFilter;

/** Holds patterns against observations that are there already. Thread-safe. */
public interface Hunts {
  /** The most observations one pattern is held against. */
  int MOST_CANDIDATES = 5_000;

  /**
   * Finds the observations a pattern matches: looks up those that have a value it compares with,
   * and holds it against each exactly.
   *
   * @param from earliest time they happened
   * @param to latest time they happened, exclusive
   * @param filter what the reader may see
   * @param horizon nothing added later than this is looked at
   * @throws org.tocsin.model.pattern.UnsupportedPatternException where it compares values that are
   *     not indexed, or cannot be run; the message is fit for whoever wrote it
   * @throws StoreUnavailableException when there is no answer
   */
  Hunted hunt(Pattern pattern, Instant from, Instant to, SharingFilter filter, Instant horizon);

  /**
   * What was found.
   *
   * @param observations those that take part in a match, by the time they became visible
   * @param times how often the pattern was found
   * @param complete false where there were too many to look at, or looking took too much work
   */
  record Hunted(List<StoredObservation> observations, long times, boolean complete) {
    /** Keeps what is given. */
    public Hunted {
      observations = List.copyOf(observations);
    }
  }
}
