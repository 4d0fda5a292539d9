package org.tocsin.stream.submission;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.account.Submission;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the state of a submission is laid out in Kafka: its receipt is the key, JSON the value. */
public final class SubmissionCodec {
  private static final Logger LOG = LoggerFactory.getLogger(SubmissionCodec.class);

  /** What a later version adds is skipped: older processes may still run beside newer ones. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private SubmissionCodec() {}

  /** The record for the topic of submissions. */
  public static ProducerRecord<byte[], byte[]> encode(String topic, Submission submission) {
    return new ProducerRecord<>(
        topic,
        submission.receipt().toString().getBytes(StandardCharsets.US_ASCII),
        MAPPER.writeValueAsBytes(submission));
  }

  /** Reads an entry of the topic; empty, and logged, where it is no submission. */
  static Optional<Submission> decode(ConsumerRecord<byte[], byte[]> entry) {
    try {
      Submission read =
          entry.value() == null ? null : MAPPER.readValue(entry.value(), Submission.class);
      if (read != null && read.receipt() != null && read.state() != null) {
        return Optional.of(read);
      }
    } catch (JacksonException | NullPointerException e) {
      LOG.debug("{} offset {} is unreadable", entry.topic(), entry.offset(), e);
    }
    LOG.warn("{} offset {} is no submission; skipped", entry.topic(), entry.offset());
    return Optional.empty();
  }
}
