package org.tocsin.launcher.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes that were noted, and only those. */
public final class RunEnd {

  private RunEnd() {}

  /** Asks a process to stop, and kills it when it does not within the time. */
  public static void stop(ProcessMark mark, Duration patience) throws InterruptedException {
    mark.find().ifPresent(ProcessHandle::destroy);
    awaitOrKill(mark, patience);
  }

  /** Waits for the end of a process, and kills it when it does not come within the time. */
  public static void awaitOrKill(ProcessMark mark, Duration patience) throws InterruptedException {
    Optional<ProcessHandle> process = mark.find();
    if (process.isEmpty() || ended(process.get(), patience)) {
      return;
    }
    process.get().destroyForcibly();
    ended(process.get(), patience);
  }

  /** Deletes the notes about what ran. */
  public static void forget(Home home) throws IOException {
    RunState.delete(home);
  }

  private static boolean ended(ProcessHandle process, Duration patience)
      throws InterruptedException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
