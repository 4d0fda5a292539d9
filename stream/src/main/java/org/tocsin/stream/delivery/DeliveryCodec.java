package org.tocsin.stream.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.stream.DeliveryLog.Posting;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.loop.PartitionBatch;
import org.tocsin.stream.loop.PartitionDecoder;
import tools.jackson.core.JacksonException;

/**
 * How events of deliveries are laid out in Kafka: JSON under their subscription's id, so that one
 * process at a time carries all that is for it, in order.
 */
final class DeliveryCodec implements PartitionDecoder<DeliveryEntry> {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryCodec.class);

  /** Events are small, and each batch costs a refresh. */
  private static final int ENOUGH = 1_000;

  static ProducerRecord<byte[], byte[]> encode(String topic, Posting posting) {
    return new ProducerRecord<>(
        topic,
        posting.subscription().toString().getBytes(StandardCharsets.UTF_8),
        EntityJson.MAPPER.writerFor(DeliveryEvent.class).writeValueAsBytes(posting.event()));
  }

  /** Reads an entry; empty, and logged, where it is something else. */
  static Optional<DeliveryEntry> decode(ConsumerRecord<byte[], byte[]> raw) {
    try {
      DeliveryEvent event =
          raw.value() == null
              ? null
              : EntityJson.read(EntityJson.MAPPER.readTree(raw.value()), DeliveryEvent.class);
      if (event != null && event.delivery() != null && event.at() != null) {
        return Optional.of(new DeliveryEntry(raw.partition(), raw.offset(), event));
      }
    } catch (JacksonException | RefusedException e) {
      LOG.debug("{} offset {} is unreadable", raw.topic(), raw.offset(), e);
    }
    LOG.error("{} offset {} is no event of a delivery; skipped", raw.topic(), raw.offset());
    return Optional.empty();
  }

  static List<DeliveryEntry> decode(List<ConsumerRecord<byte[], byte[]>> entries) {
    return entries.stream().map(DeliveryCodec::decode).flatMap(Optional::stream).toList();
  }

  @Override
  public PartitionBatch<DeliveryEntry> decode(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> entries, String metadata) {
    List<DeliveryEntry> events = decode(entries);
    ConsumerRecord<byte[], byte[]> last = entries.getLast();
    return new PartitionBatch<>(
        partition,
        events,
        0,
        entries.size() - events.size(),
        new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), metadata));
  }

  @Override
  public int enough(StreamSettings settings) {
    return ENOUGH;
  }
}
