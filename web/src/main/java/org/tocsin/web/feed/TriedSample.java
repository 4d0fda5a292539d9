package org.tocsin.web.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Reject;

/**
 * What would come of a sample of a feed.
 *
 * @param name the file name it came under, null where it had none
 * @param guesses how sure formats were of it, the surest first; empty where the definition says one
 * @param records the first records, in their order
 * @param accepted how many records were understood of those that were read
 * @param rejected how many were not
 * @param suppressed how many a rule keeps out
 * @param unread how many there were besides, which were not looked at
 */
public record TriedSample(
    @Nullable String name,
    List<Guess> guesses,
    List<Tried> records,
    int accepted,
    int rejected,
    int suppressed,
    long unread) {
  public TriedSample {
    guesses = List.copyOf(guesses);
    records = List.copyOf(records);
  }

  /** A format and how sure it is, from 1 to 100. */
  public record Guess(String format, int sureness) {}

  /**
   * What would come of one record. It is understood where it has facts, rejected where it has a
   * reject, and otherwise a rule keeps it out.
   *
   * @param number which one it is in the sample, from 1
   * @param format the format it was read as
   * @param facts what it says
   * @param reject why it can not be taken, null where it can
   * @param rule the rule that keeps it out, null where none does
   */
  public record Tried(
      long number,
      String format,
      List<Fact> facts,
      @Nullable Reject reject,
      @Nullable String rule) {
    public Tried {
      facts = List.copyOf(facts);
    }
  }
}
