package org.tocsin.model.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What opens an incident of mails that somebody wrote, beside their episode.
 *
 * @param title what the first of them is about, in a line
 * @param at when that was written
 * @param number the number of an incident its subject names, null for none
 * @param joins the incident of that number, null where there is none
 */
public record Written(String title, Instant at, @Nullable String number, @Nullable UUID joins) {
  private static final Comparator<Written> ORDER =
      Comparator.comparing(Written::at).thenComparing(Written::title);

  static Written of(MailThread thread, Instant at) {
    return new Written(thread.subject(), at, thread.number(), null);
  }

  /** The one that was written first. */
  static @Nullable Written first(@Nullable Written one, @Nullable Written other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  Written joining(@Nullable UUID incident) {
    return new Written(title, at, number, incident);
  }
}
