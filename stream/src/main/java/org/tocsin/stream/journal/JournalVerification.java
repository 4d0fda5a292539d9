package org.tocsin.stream.journal;

import java.util.Set;
import org.tocsin.stream.connection.StreamConnection;

/** Recomputes the journal's hash chain from Kafka and holds every seal against it. */
public final class JournalVerification {
  private final JournalReads reads;
  private final Set<String> trusted;

  /**
   * Over that connection.
   *
   * @param trusted public keys whose seals count (X.509, base64); where it is empty the key of the
   *     first seal does
   */
  public JournalVerification(StreamConnection connection, Set<String> trusted) {
    this.reads = new JournalReads(connection);
    this.trusted = Set.copyOf(trusted);
  }

  /**
   * Reads the whole journal.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public JournalProof verify() {
    JournalCheck check = new JournalCheck(trusted);
    reads.read(0, entries -> entries.forEach(check::take));
    return check.proof();
  }
}
