package org.tocsin.stream.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.tocsin.model.incident.Attachment.Place;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.SingleReads;
import org.tocsin.stream.connection.StreamConnection;

/**
 * The topic {@code attachments} in Kafka: one record for each file, its bytes as they came, keyed
 * by the incident, with the id of the command in the header {@code command}.
 */
public final class KafkaAttachmentLog implements AttachmentLog {
  private static final String COMMAND = "command";

  private final StreamConnection connection;
  private final SingleReads reads;

  /** Over that connection, which stays open when the log is closed. */
  public KafkaAttachmentLog(StreamConnection connection) {
    this.connection = connection;
    this.reads = new SingleReads(connection);
  }

  @Override
  public Place append(UUID incident, UUID command, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new IllegalArgumentException("attachment of command " + command + " is too large");
    }
    ProducerRecord<byte[], byte[]> entry =
        new ProducerRecord<>(connection.name(Topic.ATTACHMENTS), text(incident), bytes);
    entry.headers().add(COMMAND, text(command));
    RecordMetadata kept = connection.sendAndWait(entry, "keep an attachment");
    return new Place(kept.partition(), kept.offset());
  }

  @Override
  public byte[] read(UUID incident, UUID command, Place place) {
    if (place.partition() < 0
        || place.partition() >= Topic.ATTACHMENTS.partitions(connection.settings())) {
      throw gone(command);
    }
    ConsumerRecord<byte[], byte[]> entry =
        reads.read(
            new TopicPartition(connection.name(Topic.ATTACHMENTS), place.partition()),
            place.offset());
    Header header = entry.headers().lastHeader(COMMAND);
    if (header == null
        || !Arrays.equals(header.value(), text(command))
        || !Arrays.equals(entry.key(), text(incident))) {
      throw gone(command);
    }
    return entry.value();
  }

  @Override
  public void close() {
    reads.close();
  }

  private static byte[] text(UUID id) {
    return id.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static NoSuchElementException gone(UUID command) {
    return new NoSuchElementException("no attachment of command " + command + " is kept there");
  }
}
