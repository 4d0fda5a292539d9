package org.tocsin.launcher.run;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, safe against its number being given to another one later.
 *
 * @param pid its number; 0 for none
 * @param startedMillis when it was started, in milliseconds since 1970; 0 where the system does not
 *     tell
 */
public record ProcessMark(long pid, long startedMillis) {

  /** Marks a process that runs now. */
  public static ProcessMark of(long pid) {
    return new ProcessMark(pid, ProcessHandle.of(pid).map(ProcessMark::started).orElse(0L));
  }

  /** The process, when it still is the same one. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedMillis == 0 || started(process) == startedMillis);
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
