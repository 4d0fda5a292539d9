package org.tocsin.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings topics and indices into being when their engines answer, however long that takes, and then
 * starts the work. The program itself is up meanwhile, and says that it is not ready.
 */
final class Preparation implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * One thing to be done once.
   *
   * @param name for the log and for operators, such as {@code topics}
   * @param action does it, or throws and may be done again
   */
  record Step(String name, Runnable action) {}

  private final List<Step> steps;
  private volatile Optional<Thread> worker = Optional.empty();
  private volatile Optional<String> missing;

  Preparation(List<Step> steps) {
    this.steps = List.copyOf(steps);
    this.missing = this.steps.stream().map(Step::name).findFirst();
  }

  /** What is not prepared yet; empty when all is. */
  Optional<String> missing() {
    return missing.map(step -> step + " not prepared yet");
  }

  @Override
  public void start() {
    worker = Optional.of(Thread.ofPlatform().name("preparation").daemon().start(this::prepare));
  }

  @Override
  public void stop() {
    worker.ifPresent(Thread::interrupt);
    worker = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return worker.isPresent();
  }

  private void prepare() {
    try {
      for (Step step : steps) {
        missing = Optional.of(step.name());
        untilItSucceeds(step);
      }
      missing = Optional.empty();
      LOG.info("prepared");
    } catch (InterruptedException e) {
      LOG.debug("stopped while preparing");
    }
  }

  private static void untilItSucceeds(Step step) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        step.action().run();
        return;
      } catch (RuntimeException e) {
        LOG.warn("cannot prepare {} yet: {}", step.name(), e.toString());
        LOG.debug("because", e);
      }
      Thread.sleep(pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis()));
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }
}
