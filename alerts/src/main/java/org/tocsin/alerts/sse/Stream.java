package org.tocsin.alerts.sse;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.VersionQuery.Of;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.StreamUnavailableException;

/**
 * One client's stream. It reads what was released on from one place, in the order of visibility and
 * never past the horizon of the journal, so a client that comes back with the last id it has seen,
 * to whichever process, misses nothing and sees nothing twice. The policy is asked anew for each
 * portion, with what the directory says of the reader's organisation at that moment. Not
 * thread-safe.
 */
final class Stream {
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

  /** What is in memory of it at once. */
  private static final int PORTION = 50;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Then the client signs in anew: a role may have been taken from it. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** Says when there may be something to write. */
  @FunctionalInterface
  interface Rhythm {
    /**
     * Waits until something may have become visible, at most that long.
     *
     * @return false where nothing is to be written any more
     */
    boolean await(Duration longest);
  }

  private final Reader reader;
  private final Memberships memberships;
  private final StixVersions versions;
  private final JournalReader journal;
  private VersionQuery next;

  Stream(
      Of of,
      @Nullable String from,
      Reader reader,
      Memberships memberships,
      StixVersions versions,
      JournalReader journal) {
    this.reader = reader;
    this.memberships = memberships;
    this.versions = versions;
    this.journal = journal;
    VersionQuery begin =
        new VersionQuery(
            of, Extent.ALL, Set.of(), Set.of(), null, null, journal.horizon(), from, PORTION);
    this.next = from == null ? begin.goingOn(page(begin).cursor()) : begin;
    if (from != null) {
      page(begin); // says whether it can be read while there is still somebody to tell
    }
  }

  /**
   * Writes until the client is gone, the process ends, or it has lasted long enough.
   *
   * @throws IOException where the client is gone or too slow
   */
  void run(EventOutput out, Rhythm rhythm) throws IOException {
    long end = System.nanoTime() + LIFE.toNanos();
    long beat = System.nanoTime() + HEARTBEAT.toNanos();
    out.begin(String.valueOf(next.cursor()));
    do {
      if (write(out)) {
        beat = System.nanoTime() + HEARTBEAT.toNanos();
      } else if (System.nanoTime() - beat >= 0) {
        out.heartbeat();
        beat = System.nanoTime() + HEARTBEAT.toNanos();
      }
    } while (rhythm.await(Duration.ofNanos(Math.max(0, beat - System.nanoTime())))
        && System.nanoTime() - end < 0);
  }

  /** Writes what there is; whether that was anything. */
  private boolean write(EventOutput out) throws IOException {
    boolean written = false;
    try {
      Page<StoredVersion> page;
      do {
        page = page(next);
        for (StoredVersion version : page.items()) {
          if (!version.shown().isEmpty()) {
            out.event(Event.of(next.of(), version));
            written = true;
          }
        }
        next = next.goingOn(page.cursor());
      } while (page.more());
    } catch (StoreUnavailableException | StreamUnavailableException e) {
      LOG.debug("a stream goes on later", e);
    }
    if (written) {
      out.flush();
    }
    return written;
  }

  private Page<StoredVersion> page(VersionQuery query) {
    SharingFilter filter = SharingPolicy.knowledge(reader.knownTo(memberships), Exit.PERSON);
    return versions.page(query, filter, journal.horizon());
  }
}
