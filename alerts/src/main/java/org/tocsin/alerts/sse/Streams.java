package org.tocsin.alerts.sse;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.StixVersions;
import org.tocsin.store.VersionQuery.Of;
import org.tocsin.stream.JournalReader;

/** Begins streams, as many as there is room for. Thread-safe. */
final class Streams {
  private static final int MOST = 1_000;
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final StixVersions versions;
  private final JournalReader journal;
  private final Memberships memberships;
  private final Pulse pulse;
  private final Semaphore room = new Semaphore(MOST);

  Streams(StixVersions versions, JournalReader journal, Memberships memberships, Pulse pulse) {
    this.versions = versions;
    this.journal = journal;
    this.memberships = memberships;
    this.pulse = pulse;
  }

  /** The room one stream takes, until it is closed; says when there is something to look for. */
  final class Place implements Stream.Rhythm, AutoCloseable {
    private long seen = pulse.count();

    private Place() {}

    @Override
    public boolean await(Duration longest) {
      seen = pulse.await(seen, longest);
      return !pulse.isOver() && !Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
      room.release();
    }
  }

  /**
   * Takes the room for a stream.
   *
   * @throws ErrorResponseException where there is none left
   */
  Place place() {
    if (!room.tryAcquire()) {
      ErrorResponseException full = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
      full.setDetail("This process has as many streams as it can hold.");
      full.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds()));
      throw full;
    }
    pulse.follow();
    return new Place();
  }

  /**
   * A stream that has not written anything yet.
   *
   * @param from the id of the last event that was seen, null to begin now
   * @throws IllegalArgumentException where it is none of ours
   * @throws org.tocsin.store.StoreUnavailableException where the store does not answer
   * @throws org.tocsin.stream.StreamUnavailableException where Kafka does not answer
   */
  Stream begin(Of of, @Nullable String from, Reader reader) {
    return new Stream(of, from, reader, memberships, versions, journal);
  }
}
