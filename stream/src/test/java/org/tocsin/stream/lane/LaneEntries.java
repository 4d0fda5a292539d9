package org.tocsin.stream.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.tocsin.stream.RawRecords;
import org.tocsin.stream.report.Encoded;
import org.tocsin.stream.report.ReportCodec;

/** Builds the entries of one partition as a consumer would get them. */
final class LaneEntries {
  static final String TOPIC = "reports.bulk";
  static final int PARTITION = 2;

  private final UUID receipt = UUID.randomUUID();
  private final List<ConsumerRecord<byte[], byte[]>> entries = new ArrayList<>();

  LaneEntries record(long appended, int records) {
    return add(
        appended, Encoded.of(TOPIC, PARTITION, RawRecords.rows(receipt, entries.size(), records)));
  }

  LaneEntries tick(long appended) {
    return add(appended, ReportCodec.tick(TOPIC, PARTITION));
  }

  LaneEntries foreign(long appended) {
    return add(appended, new ProducerRecord<>(TOPIC, PARTITION, null, new byte[] {1, 2, 3}));
  }

  List<ConsumerRecord<byte[], byte[]>> list() {
    return entries;
  }

  private LaneEntries add(long appended, ProducerRecord<byte[], byte[]> sent) {
    entries.add(
        new ConsumerRecord<>(
            TOPIC,
            PARTITION,
            entries.size(),
            appended,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            sent.key(),
            sent.value(),
            new RecordHeaders(sent.headers()),
            Optional.empty()));
    return this;
  }
}
