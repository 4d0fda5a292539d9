package org.tocsin.stream.journal;

import org.tocsin.model.journal.Journaled;
import org.tocsin.stream.JournalStep;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.PartitionBatch;

/**
 * Reads the journal again from its beginning, with the same {@code added} as the consumer gave.
 * Belongs to no group and moves nothing. For one thread.
 */
public final class JournalReplay {
  private final JournalReads reads;
  private final JournalDecoder decoder = new JournalDecoder();
  private JournalState state = JournalState.START;
  private long position;
  private long taken;

  /** A replay that has read nothing yet. */
  public JournalReplay(StreamConnection connection) {
    this.reads = new JournalReads(connection);
  }

  /**
   * Reads on from where the last run stopped, up to where the journal ends now. Where the step
   * throws, so does this; the next run begins with the same batch.
   *
   * @return how many commands the step took
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public long run(JournalStep step) {
    long before = taken;
    reads.read(
        position,
        entries -> {
          PartitionBatch<Journaled> batch =
              decoder.decode(reads.partition(), entries, state.metadata());
          if (!batch.items().isEmpty()) {
            step.take(batch.items());
          }
          taken += batch.items().size();
          state = JournalState.ofMetadata(batch.next().metadata());
          position = batch.next().offset();
        });
    return taken - before;
  }
}
