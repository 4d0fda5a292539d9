package org.tocsin.stream.journal;

import java.time.Instant;
import java.util.Set;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.connection.StreamConnection;

/** Reads the journal and its projector's progress from Kafka. */
public final class KafkaJournalReader implements JournalReader {
  private final JournalProgress progress;
  private final JournalReads reads;
  private final Set<String> trusted;

  /**
   * Over that connection.
   *
   * @param trusted public keys whose seals count (X.509, base64); where it is empty the key of the
   *     first seal does
   */
  public KafkaJournalReader(
      StreamConnection connection, JournalProgress progress, Set<String> trusted) {
    this.progress = progress;
    this.reads = new JournalReads(connection);
    this.trusted = Set.copyOf(trusted);
  }

  @Override
  public Instant horizon() {
    return progress.horizon();
  }

  @Override
  public JournalProof verify() {
    JournalCheck check = new JournalCheck(trusted);
    reads.read(0, entries -> entries.forEach(check::take));
    return check.proof();
  }
}
