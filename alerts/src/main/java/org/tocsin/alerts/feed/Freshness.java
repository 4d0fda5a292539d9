package org.tocsin.alerts.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says since when an address answers a reader with what it answers now. What is in a feed cannot
 * tell: it gets shorter too, by a withdrawal or by the end of what held. So the moment counts at
 * which another answer was first given here. Forgetting some only makes clients fetch once more.
 * Thread-safe.
 */
final class Freshness {
  private static final int MOST = 10_000;

  private record Answered(String tag, Instant since) {}

  private final InstantSource clock;
  private final Map<String, Answered> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered> eldest) {
          return size() > MOST;
        }
      };

  Freshness(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * When that became the answer, in whole seconds, as HTTP has them.
   *
   * @param place the address and who asks
   * @param tag names what is answered, and nothing else
   */
  synchronized Instant since(String place, String tag) {
    @Nullable Answered before = last.get(place);
    if (before != null && before.tag().equals(tag)) {
      return before.since();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant since =
        before == null || before.since().isBefore(now) ? now : before.since().plusSeconds(1);
    last.put(place, new Answered(tag, since));
    return since;
  }
}
