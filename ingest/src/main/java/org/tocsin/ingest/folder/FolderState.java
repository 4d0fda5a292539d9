package org.tocsin.ingest.folder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the watched folder fares.
 *
 * @param lastPoll when it was last looked at, null before the first time
 * @param lastTaken when a file was last taken, null where none was since the start
 * @param lastReceipt its receipt, the last one where it has several
 * @param taken files taken since the start
 * @param failed files put aside since the start
 * @param waiting files seen and not yet taken
 * @param lastError what keeps files from being taken just now, null when nothing does
 * @param lastFailure why a file was last put aside, null where none was since the start
 */
public record FolderState(
    @Nullable Instant lastPoll,
    @Nullable Instant lastTaken,
    @Nullable UUID lastReceipt,
    long taken,
    long failed,
    int waiting,
    @Nullable String lastError,
    @Nullable Failure lastFailure) {
  static final FolderState NEW = new FolderState(null, null, null, 0, 0, 0, null, null);

  /**
   * Why a file was put aside.
   *
   * @param file its name
   */
  public record Failure(Instant at, String file, String reason) {}

  FolderState polled(Instant at, int nowWaiting) {
    return new FolderState(
        at, lastTaken, lastReceipt, taken, failed, nowWaiting, null, lastFailure);
  }

  FolderState plusTaken(Instant at, UUID receipt) {
    return new FolderState(
        lastPoll, at, receipt, taken + 1, failed, oneLess(), lastError, lastFailure);
  }

  FolderState plusFailed(Failure failure) {
    return new FolderState(
        lastPoll, lastTaken, lastReceipt, taken, failed + 1, oneLess(), lastError, failure);
  }

  FolderState with(String error) {
    return new FolderState(
        lastPoll, lastTaken, lastReceipt, taken, failed, waiting, error, lastFailure);
  }

  private int oneLess() {
    return Math.max(0, waiting - 1);
  }
}
