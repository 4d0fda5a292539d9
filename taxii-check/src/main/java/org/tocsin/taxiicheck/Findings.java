package org.tocsin.taxiicheck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Examines rules one after the other and keeps what was found. Not thread-safe. */
final class Findings {
  /** Looks at one rule; throws where it is broken or cannot be seen. */
  interface Examination {
    void run();
  }

  private final Consumer<Finding> told;
  private final List<Finding> all = new ArrayList<>();
  private @Nullable String place;

  /**
   * Nothing yet.
   *
   * @param told hears of each finding at once
   */
  Findings(Consumer<Finding> told) {
    this.told = told;
  }

  /** From here on rules are examined in that collection; null for the server as a whole. */
  void at(@Nullable String collection) {
    place = collection;
  }

  /** Examines a rule. An answer that cannot be read, or none, breaks the rule that asked for it. */
  void rule(String section, String rule, Examination examination) {
    Outcome outcome = Outcome.KEPT;
    String detail = "";
    try {
      examination.run();
    } catch (NotSeenException e) {
      outcome = Outcome.NOT_SEEN;
      detail = String.valueOf(e.getMessage());
    } catch (BrokenException e) {
      outcome = Outcome.BROKEN;
      detail = String.valueOf(e.getMessage());
    }
    Finding found = new Finding(section, rule, place, outcome, detail);
    all.add(found);
    told.accept(found);
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
