package org.tocsin.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.ingest.submission.Batch;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.ingest.submission.SubmissionRequest;
import org.tocsin.stream.StreamUnavailableException;

/**
 * Submits what is put into a folder, {@code <folder>/<provider>/<feed>/file}, and moves it aside. A
 * file is taken once it was the same at two polls in a row. Whatever can't be kept just now stays
 * where it is, and so does everything while the folder is closed. Not thread-safe but for {@link
 * #state()}.
 */
public final class WatchedFolder {
  private static final Logger log = LoggerFactory.getLogger(WatchedFolder.class);

  private final FolderSettings settings;
  private final Intake intake;
  private final BooleanSupplier open;
  private final InstantSource clock;
  private final Shelf shelf;
  private Set<Found> before = new HashSet<>();
  private volatile FolderState state = FolderState.NEW;

  /**
   * Watches that folder.
   *
   * @param open whether files may be taken just now; asked before each
   */
  public WatchedFolder(
      FolderSettings settings, Intake intake, BooleanSupplier open, InstantSource clock) {
    this.settings = settings;
    this.intake = intake;
    this.open = open;
    this.clock = clock;
    this.shelf = new Shelf(settings.path());
  }

  /** How it fares. */
  public FolderState state() {
    return state;
  }

  /** How often to poll. */
  Duration interval() {
    return settings.poll();
  }

  /**
   * Looks at the folder once and takes what is ready.
   *
   * @return how long to wait where a file can't be kept just now; empty when all went well
   */
  public Optional<Duration> poll() {
    try {
      Files.createDirectories(settings.path());
      List<Found> now = FolderListing.of(settings.path());
      Set<Found> last = before;
      before = new HashSet<>(now);
      state = state.polled(clock.instant(), now.size());
      for (Found found : now) {
        if (last.contains(found) && open.getAsBoolean()) {
          take(found);
        }
      }
      return Optional.empty();
    } catch (RetryableRefusalException e) {
      return later(e.refusal(), e.retryAfter());
    } catch (StreamUnavailableException e) {
      return later(Refusal.LOG_UNAVAILABLE, e.retryAfter());
    } catch (IOException e) {
      log.warn("The watched folder can not be read or written", e);
      state = state.with("The folder can not be read or written.");
      return Optional.of(settings.poll());
    }
  }

  private Optional<Duration> later(Refusal refusal, Duration wait) {
    log.warn("Files in the watched folder wait: {}", refusal.key());
    state = state.with(refusal.title() + ".");
    return Optional.of(wait);
  }

  private void take(Found found) throws IOException {
    Batch batch = intake.batch();
    try {
      FolderFile file = new FolderFile(settings, found);
      SubmissionRequest request = file.request();
      try (InputStream in = file.open()) {
        batch.take(in, request);
      }
      if (batch.taken().isEmpty()) {
        fail(found, "There is not a single byte in it.", batch);
      } else if (found.isUnchanged()) {
        shelf.done(found.path());
        state = state.plusTaken(clock.instant(), batch.taken().getLast().id());
      }
    } catch (RetryableRefusalException | StreamUnavailableException e) {
      throw e;
    } catch (NoSuchFileException e) {
      log.debug("A file left the watched folder while it was being taken", e);
    } catch (AccessDeniedException e) {
      fail(found, "It may not be read.", batch);
    } catch (RefusedException e) {
      fail(found, e.refusal().title() + ". " + e.detail(), batch);
    } catch (RuntimeException e) {
      log.error("A file of the watched folder failed", e);
      fail(found, "It failed for a reason that is in the log.", batch);
    }
  }

  /** What changed meanwhile was not finished, and is not to blame. */
  private void fail(Found found, String reason, Batch batch) throws IOException {
    if (!found.isUnchanged()) {
      return;
    }
    String kept =
        batch.taken().stream()
            .map(receipt -> "\nKept of it: receipt " + receipt.id())
            .collect(Collectors.joining());
    shelf.failed(found.path(), reason + kept);
    String name = String.valueOf(found.path().getFileName());
    state = state.plusFailed(new FolderState.Failure(clock.instant(), name, reason));
  }
}
