package org.tocsin.stream.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;

/**
 * How a raw record is laid out in Kafka: the value is its bytes and nothing else, every other field
 * is a header of its own in UTF-8, the preamble a header as it is.
 */
public final class ReportCodec {
  private static final String KIND = "kind";
  private static final String RECORD = "record";
  private static final String TICK = "tick";
  private static final String RECEIPT = "receipt";
  private static final String NUMBER = "number";
  private static final String PROVIDER = "provider";
  private static final String FEED = "feed";
  private static final String SUBMITTER = "submitter";
  private static final String FORMAT = "format";
  private static final String NAME = "name";
  private static final String TLP = "tlp";
  private static final String LOOSEST = "loosest";
  private static final String COLLECTED_AT = "collected-at";
  private static final String FEED_KIND = "feed-kind";
  private static final String CONFIDENCE = "confidence";
  private static final String FIRST_LINE = "first-line";
  private static final String RECORDS = "records";
  private static final String PREAMBLE = "preamble";

  private static final byte[] NOTHING = {};

  private ReportCodec() {}

  /** The record for that partition of a lane's topic. */
  static ProducerRecord<byte[], byte[]> encode(String topic, int partition, RawRecord raw) {
    List<Header> headers = new ArrayList<>(16);
    headers.add(field(KIND, RECORD));
    headers.add(field(RECEIPT, raw.receipt()));
    headers.add(field(NUMBER, raw.number()));
    headers.add(field(PROVIDER, raw.origin().provider()));
    headers.add(field(FEED, raw.origin().feed()));
    headers.add(field(SUBMITTER, raw.submitter()));
    headers.add(field(FORMAT, raw.format()));
    addIfGiven(headers, NAME, raw.name());
    addIfGiven(headers, TLP, raw.tlp());
    headers.add(field(LOOSEST, raw.loosest()));
    headers.add(field(COLLECTED_AT, raw.collectedAt()));
    addIfGiven(headers, FEED_KIND, raw.kind() == FeedKind.EVENTS ? null : raw.kind().key());
    addIfGiven(headers, CONFIDENCE, raw.confidence());
    headers.add(field(FIRST_LINE, raw.firstLine()));
    headers.add(field(RECORDS, raw.records()));
    if (raw.preamble().length > 0) {
      headers.add(new RecordHeader(PREAMBLE, raw.preamble()));
    }
    return new ProducerRecord<>(topic, partition, null, null, raw.bytes(), headers);
  }

  /** A tick for that partition of a lane's topic. */
  public static ProducerRecord<byte[], byte[]> tick(String topic, int partition) {
    return new ProducerRecord<>(topic, partition, null, null, null, List.of(field(KIND, TICK)));
  }

  /** Reads an entry of a lane's topic; never throws for what is in it. */
  public static LogEntry decode(ConsumerRecord<byte[], byte[]> entry) {
    HeaderFields fields = new HeaderFields(entry.headers());
    try {
      return switch (fields.text(KIND)) {
        case RECORD -> raw(fields, entry.value());
        case TICK -> new LogEntry.Tick();
        default -> new LogEntry.Malformed(KIND);
      };
    } catch (HeaderFields.UnreadableException e) {
      return new LogEntry.Malformed(e.header());
    }
  }

  private static LogEntry raw(HeaderFields fields, byte @Nullable [] value)
      throws HeaderFields.UnreadableException {
    if (value == null) {
      return new LogEntry.Malformed("value");
    }
    byte[] preamble = fields.bytes(PREAMBLE);
    String feed = fields.text(FEED);
    FeedKind kind = fields.optional(FEED_KIND, name -> FeedKind.parse(name).orElseThrow());
    return new LogEntry.Raw(
        new RawRecord(
            fields.value(RECEIPT, UUID::fromString),
            fields.value(NUMBER, ReportCodec::count),
            fields.value(PROVIDER, provider -> new Origin(provider, feed)),
            fields.text(SUBMITTER),
            fields.text(FORMAT),
            fields.optional(NAME, name -> name),
            fields.optional(TLP, Tlp::valueOf),
            fields.value(LOOSEST, Tlp::valueOf),
            fields.value(COLLECTED_AT, Instant::parse),
            kind == null ? FeedKind.EVENTS : kind,
            fields.optional(CONFIDENCE, ReportCodec::count),
            fields.value(FIRST_LINE, Long::parseLong),
            fields.value(RECORDS, ReportCodec::count),
            preamble == null ? NOTHING : preamble,
            value));
  }

  private static int count(String text) {
    int count = Integer.parseInt(text);
    if (count < 0) {
      throw new IllegalArgumentException("negative");
    }
    return count;
  }

  private static Header field(String key, Object value) {
    return new RecordHeader(key, value.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addIfGiven(List<Header> headers, String key, @Nullable Object value) {
    if (value != null) {
      headers.add(field(key, value));
    }
  }
}
