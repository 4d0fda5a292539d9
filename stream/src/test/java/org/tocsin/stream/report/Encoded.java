package org.tocsin.stream.report;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.model.report.RawRecord;

/** Lets tests of other features lay out a raw record as the log does. */
public final class Encoded {
  private Encoded() {}

  /** The record as it is sent. */
  public static ProducerRecord<byte[], byte[]> of(String topic, int partition, RawRecord raw) {
    return ReportCodec.encode(topic, partition, raw);
  }
}
