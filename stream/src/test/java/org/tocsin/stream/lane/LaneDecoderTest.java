package org.tocsin.stream.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.stream.ReceivedRecord;
import org.tocsin.stream.loop.PartitionBatch;
import org.tocsin.stream.visibility.Watermark;

class LaneDecoderTest {
  private static final TopicPartition PARTITION =
      new TopicPartition(LaneEntries.TOPIC, LaneEntries.PARTITION);
  private static final long NOON = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();

  private final LaneDecoder decoder = new LaneDecoder(Lane.BULK);

  @Test
  void shouldGiveEachRawRecordItsPlaceAndItsTime() {
    PartitionBatch<ReceivedRecord> batch =
        decode(new LaneEntries().record(NOON, 500).record(NOON, 3).record(NOON + 7, 1).list(), "");

    assertThat(batch.items())
        .extracting(ReceivedRecord::added)
        .containsExactly(
            Instant.parse("2026-01-01T12:00:00Z"),
            Instant.parse("2026-01-01T12:00:00.000500Z"),
            Instant.parse("2026-01-01T12:00:00.007Z"));
    assertThat(batch.items())
        .extracting(ReceivedRecord::location)
        .containsExactly(
            new RawLocation(Lane.BULK, 2, 0),
            new RawLocation(Lane.BULK, 2, 1),
            new RawLocation(Lane.BULK, 2, 2));
    assertThat(batch.next().offset()).isEqualTo(3);
  }

  @Test
  void shouldHandOnNeitherTicksNorWhatOthersWroteButMovePastThem() {
    PartitionBatch<ReceivedRecord> batch =
        decode(new LaneEntries().tick(NOON).foreign(NOON + 1).record(NOON + 1, 2).list(), "");

    assertThat(batch.items())
        .singleElement()
        .extracting(ReceivedRecord::added)
        .isEqualTo(Instant.parse("2026-01-01T12:00:00.001001Z"));
    assertThat(batch.ticks()).isEqualTo(1);
    assertThat(batch.malformed()).isEqualTo(1);
    assertThat(batch.next().offset()).isEqualTo(3);
  }

  @Test
  void shouldGoOnFromWhatWasCommitted() {
    String committed = new Watermark(NOON * 1_000 + 41, 0).metadata();

    PartitionBatch<ReceivedRecord> batch =
        decode(new LaneEntries().record(NOON, 1).list(), committed);

    assertThat(batch.items().getFirst().added())
        .isEqualTo(Instant.parse("2026-01-01T12:00:00.000042Z"));
  }

  @Test
  void shouldComeToTheSameTimesHoweverThePartitionIsCutIntoBatches() {
    List<ConsumerRecord<byte[], byte[]>> entries = randomEntries(300);
    List<Instant> whole = added(decode(entries, ""));
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(7);

    List<Instant> inPieces = new ArrayList<>();
    String metadata = "";
    for (int from = 0; from < entries.size(); ) {
      int to = Math.min(entries.size(), from + 1 + random.nextInt(20));
      PartitionBatch<ReceivedRecord> piece = decode(entries.subList(from, to), metadata);
      inPieces.addAll(added(piece));
      metadata = piece.next().metadata();
      from = to;
    }

    assertThat(inPieces).isEqualTo(whole);
    assertThat(whole).doesNotHaveDuplicates().isSorted();
  }

  private static List<ConsumerRecord<byte[], byte[]>> randomEntries(int count) {
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(42);
    LaneEntries entries = new LaneEntries();
    long appended = NOON;
    for (int n = 0; n < count; n++) {
      appended += random.nextInt(-2, 4);
      switch (random.nextInt(4)) {
        case 0 -> entries.tick(appended);
        case 1 -> entries.record(appended, random.nextInt(3_000));
        default -> entries.record(appended, random.nextInt(20));
      }
    }
    return entries.list();
  }

  private static List<Instant> added(PartitionBatch<ReceivedRecord> batch) {
    return batch.items().stream().map(ReceivedRecord::added).toList();
  }

  private PartitionBatch<ReceivedRecord> decode(
      List<ConsumerRecord<byte[], byte[]>> entries, String metadata) {
    return decoder.decode(PARTITION, entries, metadata);
  }
}
