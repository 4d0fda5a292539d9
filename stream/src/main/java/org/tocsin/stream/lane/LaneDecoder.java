package org.tocsin.stream.lane;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.stream.ReceivedRecord;
import org.tocsin.stream.loop.PartitionBatch;
import org.tocsin.stream.loop.PartitionDecoder;
import org.tocsin.stream.report.LogEntry;
import org.tocsin.stream.report.ReportCodec;
import org.tocsin.stream.visibility.Watermark;

/** Reads the entries of a lane and gives each its place in the order of visibility. */
record LaneDecoder(Lane lane) implements PartitionDecoder<ReceivedRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(LaneDecoder.class);

  @Override
  public PartitionBatch<ReceivedRecord> decode(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> entries, String metadata) {
    Watermark watermark = Watermark.ofMetadata(metadata);
    List<ReceivedRecord> received = new ArrayList<>(entries.size());
    int ticks = 0;
    int malformed = 0;
    for (ConsumerRecord<byte[], byte[]> entry : entries) {
      switch (ReportCodec.decode(entry)) {
        case LogEntry.Raw(RawRecord raw) -> {
          received.add(received(raw, entry, watermark));
          watermark = watermark.afterRecord(entry.timestamp(), raw.records());
        }
        case LogEntry.Tick() -> {
          ticks++;
          watermark = watermark.afterTick(entry.timestamp());
        }
        case LogEntry.Malformed(String header) -> {
          malformed++;
          LOG.warn("{} offset {} has no readable {}; skipped", partition, entry.offset(), header);
          watermark = watermark.afterTick(entry.timestamp());
        }
      }
    }
    ConsumerRecord<byte[], byte[]> last = entries.getLast();
    OffsetAndMetadata next =
        new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), watermark.metadata());
    return new PartitionBatch<>(partition, received, ticks, malformed, next);
  }

  private ReceivedRecord received(
      RawRecord raw, ConsumerRecord<byte[], byte[]> entry, Watermark before) {
    return new ReceivedRecord(
        raw,
        new RawLocation(lane, entry.partition(), entry.offset()),
        Watermark.instant(before.next(entry.timestamp())));
  }
}
