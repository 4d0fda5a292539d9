package org.tocsin.stream.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.journal.Command;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.Backoff;

/**
 * Follows the journal as it grows, on a thread of its own, from one place on; for whoever has to
 * react at once. Says what was commanded, not what came of it: ask the store for the decision.
 */
public final class JournalTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE = Duration.ofSeconds(2);

  /**
   * A command that was appended.
   *
   * @param offset its place in the journal
   * @param command the command
   */
  public record Appended(long offset, Command command) {}

  private final StreamConnection connection;
  private final Consumer<Appended> listener;
  private final Thread thread;
  private volatile boolean closed;
  private long position;

  /**
   * A tail that does not run yet.
   *
   * @param from offset of the first entry to tell of; -1 for those after the end of the moment it
   *     starts
   * @param listener is told in order; what it throws is logged and passed over
   */
  public JournalTail(StreamConnection connection, long from, Consumer<Appended> listener) {
    this.connection = connection;
    this.position = from;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("journal-tail").daemon().unstarted(this::run);
  }

  /** Starts the thread; once only. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(CLOSE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Backoff backoff = new Backoff();
    while (!closed) {
      try {
        follow(backoff);
      } catch (RuntimeException e) {
        if (closed) {
          return;
        }
        LOG.warn("cannot follow the journal just now: {}", e.toString());
        try {
          Thread.sleep(backoff.next());
        } catch (InterruptedException interrupted) {
          return;
        }
      }
    }
  }

  private void follow(Backoff backoff) {
    var partition = new JournalReads(connection).partition();
    try (var consumer = connection.reader("journal-tail", Map.of())) {
      consumer.assign(List.of(partition));
      if (position < 0) {
        position = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      }
      consumer.seek(partition, position);
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
          if (JournalCodec.decode(raw.value()) instanceof JournalEntry.Made(Command command)) {
            tell(new Appended(raw.offset(), command));
          }
          position = raw.offset() + 1;
        }
        backoff.reset();
      }
    }
  }

  private void tell(Appended appended) {
    try {
      listener.accept(appended);
    } catch (RuntimeException e) {
      LOG.error("journal offset {} was not passed on", appended.offset(), e);
    }
  }
}
