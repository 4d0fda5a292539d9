package org.tocsin.triage.correlate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The commands this process gave lately. Until the projector has come to them they would be given
 * again with each batch, which would be right, and fill the journal. For one thread.
 */
final class Given {
  private static final int MOST = 100_000;
  private static final long RECENT_NANOS = Duration.ofMinutes(1).toNanos();

  private final Map<UUID, Long> times =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
          return size() > MOST;
        }
      };

  void add(UUID command) {
    times.remove(command);
    times.put(command, System.nanoTime());
  }

  boolean isRecent(UUID command) {
    Long time = times.get(command);
    return time != null && System.nanoTime() - time < RECENT_NANOS;
  }
}
