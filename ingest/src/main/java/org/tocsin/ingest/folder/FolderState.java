package org.tocsin.ingest.folder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the watched folder fares.
 *
 * @param lastPoll when it was last looked at, null before the first time
 * @param taken files taken since the start
 * @param failed files put aside since the start
 * @param waiting files seen and not yet taken
 * @param lastError what keeps files from being taken just now, null when nothing does
 */
public record FolderState(
    @Nullable Instant lastPoll, long taken, long failed, int waiting, @Nullable String lastError) {
  static final FolderState NEW = new FolderState(null, 0, 0, 0, null);

  FolderState polled(Instant at, int nowWaiting) {
    return new FolderState(at, taken, failed, nowWaiting, lastError);
  }

  FolderState plusTaken() {
    return new FolderState(lastPoll, taken + 1, failed, Math.max(0, waiting - 1), lastError);
  }

  FolderState plusFailed() {
    return new FolderState(lastPoll, taken, failed + 1, Math.max(0, waiting - 1), lastError);
  }

  FolderState with(@Nullable String error) {
    return new FolderState(lastPoll, taken, failed, waiting, error);
  }
}
