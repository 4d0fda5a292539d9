package org.tocsin.stream.loop;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what keeps failing once per kind, and that it is over. */
final class FailureNotes {
  private static final Logger LOG = LoggerFactory.getLogger(FailureNotes.class);

  private final String name;
  private @Nullable String kind;
  private int times;

  FailureNotes(String name) {
    this.name = name;
  }

  void failed(String doing, Throwable failure) {
    times++;
    String now = doing + failure.getClass().getName();
    if (now.equals(kind)) {
      LOG.debug("{} still cannot {}, try {}", name, doing, times, failure);
    } else {
      LOG.warn("{} cannot {}; goes on trying", name, doing, failure);
    }
    kind = now;
  }

  void succeeded() {
    if (times > 0) {
      LOG.info("{} goes on after {} failed tries", name, times);
      kind = null;
      times = 0;
    }
  }
}
