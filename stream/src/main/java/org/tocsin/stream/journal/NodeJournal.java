package org.tocsin.stream.journal;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.SingleReads;
import org.tocsin.stream.connection.StreamConnection;

/**
 * The node's journal. Its first record makes the node: whichever process writes it first decides,
 * and what others wrote at the same time counts for nothing. Thread-safe.
 */
public final class NodeJournal {
  private static final int PARTITION = 0;

  private final StreamConnection connection;
  private final TopicPartition partition;
  private @Nullable NodeNamespace known;

  /** Over that connection. */
  public NodeJournal(StreamConnection connection) {
    this.connection = connection;
    this.partition = new TopicPartition(connection.name(Topic.JOURNAL), PARTITION);
  }

  /**
   * The node's namespace, made up where the journal is empty. Never changes.
   *
   * @throws IllegalStateException when the journal does not begin with one; it is damaged then, and
   *     nothing should be written before a person has looked
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public synchronized NodeNamespace namespace() {
    NodeNamespace found = known;
    if (found == null) {
      found = first();
      known = found;
    }
    return found;
  }

  private NodeNamespace first() {
    try (SingleReads reads = new SingleReads(connection)) {
      try {
        return read(reads);
      } catch (NoSuchElementException e) {
        append(NodeRecord.first(UUID.randomUUID()));
        return read(reads);
      }
    } catch (NoSuchElementException e) {
      throw new IllegalStateException("the first record of the journal is gone", e);
    }
  }

  private NodeNamespace read(SingleReads reads) {
    return new NodeNamespace(NodeRecord.read(reads.read(partition, 0).value()).namespace());
  }

  private void append(NodeRecord node) {
    connection.sendAndWait(
        new ProducerRecord<>(partition.topic(), PARTITION, null, node.bytes()),
        "begin the journal");
  }
}
