package org.tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.store.index.View;
import org.tocsin.triage.rebuild.RebuildConfiguration;
import org.tocsin.triage.rebuild.Rebuilding;

/** The role {@code rebuild}: a process that rebuilds the views, says how far it is, and ends. */
@Configuration(proxyBeanMethods = false)
@Import(RebuildConfiguration.class)
class RebuildJob {
  private static final Duration REPORT_EVERY = Duration.ofSeconds(1);
  private static final int MISUSED = 2;

  @Bean
  Once rebuildOnce(Rebuilding rebuilding, NodeIdentity identity) {
    return new Once(rebuilding, identity);
  }

  /** The job. All views are made of the same logs, so one that is asked for brings all of them. */
  private static final class Once implements ApplicationRunner, ExitCodeGenerator {
    private final Rebuilding rebuilding;
    private final NodeIdentity identity;
    private int exitCode;

    Once(Rebuilding rebuilding, NodeIdentity identity) {
      this.rebuilding = rebuilding;
      this.identity = identity;
    }

    @Override
    public void run(ApplicationArguments arguments) {
      List<String> views = Arrays.stream(View.values()).map(View::key).toList();
      if (!views.containsAll(arguments.getNonOptionArgs())) {
        System.err.println("There is no such index; there are: " + String.join(", ", views));
        exitCode = MISUSED;
        return;
      }
      identity.learn();
      Instant begun = Instant.now();
      int generation = rebuilding.run(new Screen()::show);
      System.out.printf(
          "rebuilt: generation %d is in use, after %d s%n",
          generation, Duration.between(begun, Instant.now()).toSeconds());
    }

    @Override
    public int getExitCode() {
      return exitCode;
    }
  }

  /** Prints how far it is, once a second. */
  private static final class Screen {
    private Instant next = Instant.MIN;

    void show(long read, long total) {
      Instant now = Instant.now();
      if (now.isBefore(next) && read < total) {
        return;
      }
      next = now.plus(REPORT_EVERY);
      long percent = total == 0 ? 100 : read * 100 / total;
      System.out.printf("%3d %%  %d of %d entries of the raw log%n", percent, read, total);
    }
  }
}
