package org.tocsin.stream.observed;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.incident.Touched;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import tools.jackson.core.JacksonException;

/**
 * How a touched incident is laid out in Kafka: JSON under a key that all episodes of the same kind
 * and place share, so that one consumer opens a series in order.
 */
final class ObservedCodec {
  private static final Logger LOG = LoggerFactory.getLogger(ObservedCodec.class);

  private ObservedCodec() {}

  static ProducerRecord<byte[], byte[]> encode(String topic, Touched touched) {
    return new ProducerRecord<>(topic, key(touched), EntityJson.MAPPER.writeValueAsBytes(touched));
  }

  private static byte[] key(Touched touched) {
    Opening opening = touched.opening();
    String key = opening == null ? touched.incident().toString() : series(opening.episode());
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static String series(Episode episode) {
    Network network = episode.network();
    return String.join(
        " ",
        episode.type().type(),
        Objects.requireNonNullElse(episode.reportType(), ""),
        Objects.toString(network.asn(), ""),
        Objects.requireNonNullElse(network.domain(), ""),
        Objects.requireNonNullElse(network.ip(), ""),
        Objects.requireNonNullElse(network.country(), ""));
  }

  /** Reads an entry of the topic; empty, and logged, where it is something else. */
  static Optional<Touched> decode(ConsumerRecord<byte[], byte[]> entry) {
    try {
      Touched read =
          entry.value() == null
              ? null
              : EntityJson.read(EntityJson.MAPPER.readTree(entry.value()), Touched.class);
      if (read != null && read.incident() != null) {
        return Optional.of(read);
      }
    } catch (JacksonException | RefusedException e) {
      LOG.debug("{} offset {} is unreadable", entry.topic(), entry.offset(), e);
    }
    LOG.warn("{} offset {} is about no incident; skipped", entry.topic(), entry.offset());
    return Optional.empty();
  }
}
