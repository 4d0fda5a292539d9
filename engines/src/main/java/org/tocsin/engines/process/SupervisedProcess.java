package org.tocsin.engines.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.engines.guard.GuardJar;

/**
 * A child JVM that is started again when it ends by itself, with pauses of 1 s to 30 s.
 *
 * <p>A child that ends before it was ever ready is not started again, and {@link #awaitReady} says
 * why; but for one that found its port in use, which the child of the run before may still give
 * back: that one gets two more tries. Safe for use by several threads.
 */
public final class SupervisedProcess {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration STEADY = Duration.ofMinutes(1);
  private static final int MORE_TRIES = 2;
  private static final Pattern PORT_IN_USE =
      Pattern.compile("address already in use|already bound", Pattern.CASE_INSENSITIVE);
  private static final List<String> OTHERS_SETTINGS =
      List.of("KC_", "KEYCLOAK_", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

  private final ChildSpec spec;
  private final Readiness readiness;
  private final ProcessListener listener;
  private final Object lock = new Object();

  // All guarded by lock.
  private @Nullable Process process;
  private @Nullable Thread supervisor;
  private boolean stopping = true;
  private boolean wasReady;
  private boolean failed;
  private int lastExit;
  private long startedNanos;

  /**
   * Describes a child; nothing runs yet.
   *
   * @param spec how it is started
   * @param readiness asked until the child answers
   * @param listener hears about crashes and restarts
   */
  public SupervisedProcess(ChildSpec spec, Readiness readiness, ProcessListener listener) {
    this.spec = spec;
    this.readiness = readiness;
    this.listener = listener;
  }

  /**
   * Starts the child and its supervision; does nothing when it runs.
   *
   * @throws ProcessFailedException when the operating system refuses
   */
  public void start() {
    synchronized (lock) {
      if (!stopping) {
        return;
      }
      spawn();
      stopping = false;
      wasReady = false;
      failed = false;
      supervisor = Thread.ofVirtual().name("supervise-" + spec.name()).start(this::supervise);
    }
  }

  /**
   * Waits until the child answers.
   *
   * @param timeout longest wait
   * @return time since the process was started
   * @throws ProcessFailedException when the child ended or did not answer in time; the message
   *     holds the last lines of its log
   */
  public Duration awaitReady(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!asksReady()) {
      if (hasFailed()) {
        throw new ProcessFailedException(
            spec.name() + " " + ExitCode.describe(lastExit) + ". Its last words:\n" + lastWords());
      }
      if (System.nanoTime() > deadline) {
        throw new ProcessFailedException(
            "%s did not answer within %d s. Its last words:%n%s"
                .formatted(spec.name(), timeout.toSeconds(), lastWords()));
      }
      pause(Duration.ofMillis(100));
    }
    synchronized (lock) {
      wasReady = true;
      return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
  }

  /** Whether the child runs and answers now. Takes up to a few seconds. */
  public boolean asksReady() {
    if (pid().isEmpty()) {
      return false;
    }
    try {
      return readiness.isReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      return false;
    }
  }

  /** The process id of the child; empty when none runs at the moment. */
  public OptionalLong pid() {
    synchronized (lock) {
      Process current = process;
      return current != null && current.isAlive()
          ? OptionalLong.of(current.pid())
          : OptionalLong.empty();
    }
  }

  /** What people call it. */
  public String name() {
    return spec.name();
  }

  /** Where its output goes. */
  public Path logFile() {
    return spec.log();
  }

  /** Kills the child as a power cut would and returns when it is gone; it is then started again. */
  public void kill() {
    Process victim;
    synchronized (lock) {
      victim = process;
    }
    if (victim != null) {
      victim.destroyForcibly().onExit().join();
    }
  }

  /** Ends supervision, asks the child to stop, and kills it after 20 s. Returns when it is gone. */
  public void stop() {
    Process last;
    Thread watching;
    synchronized (lock) {
      stopping = true;
      lock.notifyAll();
      last = process;
      watching = supervisor;
    }
    if (last != null) {
      ChildEnd.stop(last, GRACE);
    }
    joinQuietly(watching);
  }

  private void supervise() {
    Duration pause = Duration.ofSeconds(1);
    int moreTries = MORE_TRIES;
    while (true) {
      Process current;
      boolean again;
      synchronized (lock) {
        current = process;
      }
      if (current == null) {
        return;
      }
      int exit = current.onExit().join().exitValue();
      synchronized (lock) {
        lastExit = exit;
        if (stopping) {
          return;
        }
        again = wasReady;
        if (!again && !(moreTries-- > 0 && foundItsPortInUse())) {
          failed = true;
          return;
        }
        if (System.nanoTime() - startedNanos > STEADY.toNanos()) {
          pause = Duration.ofSeconds(1);
        }
        listener.says(
            spec.name(),
            "%s; starting it again in %d s".formatted(ExitCode.describe(exit), pause.toSeconds()));
        if (!waitUnlessStopping(pause)) {
          return;
        }
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        try {
          spawn();
        } catch (ProcessFailedException e) {
          listener.says(spec.name(), e.getMessage() == null ? "does not start" : e.getMessage());
        }
      }
      if (again) {
        Thread.ofVirtual().name("await-" + spec.name()).start(this::reportWhenReadyAgain);
      }
    }
  }

  /** Waits with the lock released; false when the process is to stop. */
  private boolean waitUnlessStopping(Duration pause) {
    long deadline = System.nanoTime() + pause.toNanos();
    try {
      for (long left = pause.toNanos();
          left > 0 && !stopping;
          left = deadline - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(lock, left);
      }
      return !stopping;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void reportWhenReadyAgain() {
    try {
      listener.ready(spec.name(), awaitReady(Duration.ofMinutes(3)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ProcessFailedException e) {
      listener.says(spec.name(), "was started again but does not answer");
    }
  }

  private void spawn() {
    try {
      Files.createDirectories(spec.folder());
      LogFile.prepare(spec.log());
      ProcessBuilder builder =
          new ProcessBuilder(spec.command().words(GuardJar.writeTo(spec.folder())))
              .directory(spec.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
      builder.environment().keySet().removeIf(SupervisedProcess::isOthersSetting);
      builder.environment().putAll(spec.environment());
      startedNanos = System.nanoTime();
      process = builder.start();
    } catch (IOException e) {
      throw new ProcessFailedException(spec.name() + " could not be started", e);
    } catch (UncheckedIOException e) {
      throw new ProcessFailedException(spec.name() + " could not be started", e.getCause());
    }
  }

  private static boolean isOthersSetting(String variable) {
    return OTHERS_SETTINGS.stream().anyMatch(variable::startsWith);
  }

  private boolean hasFailed() {
    synchronized (lock) {
      return failed || stopping;
    }
  }

  private boolean foundItsPortInUse() {
    return PORT_IN_USE.matcher(lastWords()).find();
  }

  private String lastWords() {
    return String.join("\n", LogFile.lastLines(spec.log(), 12))
        + "\n(all of it: "
        + spec.log()
        + ")";
  }

  private void pause(Duration length) throws InterruptedException {
    synchronized (lock) {
      TimeUnit.NANOSECONDS.timedWait(lock, length.toNanos());
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void joinQuietly(@Nullable Thread thread) {
    try {
      if (thread != null) {
        thread.join(GRACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
