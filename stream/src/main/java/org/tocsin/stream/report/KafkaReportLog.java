package org.tocsin.stream.report;

import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.SingleReads;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.submission.SubmissionCodec;

/** The raw log in Kafka. */
public final class KafkaReportLog implements ReportLog {
  /** Room for headers and framing beside value and preamble, in bytes. */
  private static final int OVERHEAD = 64 * 1024;

  private final StreamConnection connection;
  private final SingleReads reads;
  private final AppendMeters meters;

  /** Over that connection, which stays open when the log is closed. */
  public KafkaReportLog(StreamConnection connection) {
    this.connection = connection;
    this.reads = new SingleReads(connection);
    this.meters = new AppendMeters(connection.meters());
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is chained to the answer runs on the producer's thread and must not block.
   *
   * @throws IllegalArgumentException when bytes and preamble together do not fit into {@link
   *     StreamSettings#MAX_MESSAGE_BYTES}
   */
  @Override
  public CompletableFuture<RawLocation> append(Lane lane, RawRecord raw) {
    if ((long) raw.bytes().length + raw.preamble().length + OVERHEAD
        > StreamSettings.MAX_MESSAGE_BYTES) {
      throw new IllegalArgumentException(
          "raw record %s-%d is too large".formatted(raw.receipt(), raw.number()));
    }
    Topic topic = Topic.of(lane);
    int partition =
        PartitionChoice.of(raw.receipt(), raw.number(), topic.partitions(connection.settings()));
    ProducerRecord<byte[], byte[]> entry =
        ReportCodec.encode(connection.name(topic), partition, raw);
    return meters.counting(
        lane,
        raw.bytes().length,
        () ->
            connection.send(
                entry,
                "keep a raw record",
                metadata -> new RawLocation(lane, metadata.partition(), metadata.offset())));
  }

  @Override
  public void append(Submission submission) {
    connection.sendAndWait(
        SubmissionCodec.encode(connection.name(Topic.SUBMISSIONS), submission),
        "write down a submission");
  }

  @Override
  public RawRecord read(RawLocation location) {
    Topic topic = Topic.of(location.lane());
    if (location.partition() < 0
        || location.partition() >= topic.partitions(connection.settings())) {
      throw gone(location);
    }
    TopicPartition partition = new TopicPartition(connection.name(topic), location.partition());
    return switch (ReportCodec.decode(reads.read(partition, location.offset()))) {
      case LogEntry.Raw(RawRecord raw) -> raw;
      case LogEntry.Tick _, LogEntry.Malformed _ -> throw gone(location);
    };
  }

  @Override
  public void close() {
    reads.close();
  }

  private static NoSuchElementException gone(RawLocation location) {
    return new NoSuchElementException("no raw record at " + location);
  }
}
