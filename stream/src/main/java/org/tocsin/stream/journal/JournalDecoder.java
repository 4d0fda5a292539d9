package org.tocsin.stream.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Journaled;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.loop.PartitionBatch;
import org.tocsin.stream.loop.PartitionDecoder;
import org.tocsin.stream.visibility.Watermark;

/**
 * Reads the journal, links its chain, and gives each command its place in the order of visibility.
 */
final class JournalDecoder implements PartitionDecoder<Journaled> {
  private static final Logger LOG = LoggerFactory.getLogger(JournalDecoder.class);

  /** Commands are small, and each batch costs a refresh. */
  private static final int ENOUGH = 500;

  @Override
  public int enough(StreamSettings settings) {
    return ENOUGH;
  }

  @Override
  public PartitionBatch<Journaled> decode(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> entries, String metadata) {
    JournalState state = JournalState.ofMetadata(metadata);
    List<Journaled> commands = new ArrayList<>(entries.size());
    int others = 0;
    int malformed = 0;
    for (ConsumerRecord<byte[], byte[]> raw : entries) {
      JournalEntry entry = JournalCodec.decode(raw.value());
      switch (entry) {
        case JournalEntry.Made(Command command) ->
            commands.add(journaled(raw, command, state.watermark()));
        case JournalEntry.Malformed unreadable -> {
          malformed++;
          LOG.error("journal offset {} cannot be read; skipped", raw.offset());
        }
        case JournalEntry.Node node -> others++;
        case JournalEntry.Sealed sealed -> others++;
      }
      state = state.after(raw, entry);
    }
    ConsumerRecord<byte[], byte[]> last = entries.getLast();
    return new PartitionBatch<>(
        partition,
        commands,
        others,
        malformed,
        new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), state.metadata()));
  }

  private static Journaled journaled(
      ConsumerRecord<byte[], byte[]> raw, Command command, Watermark before) {
    return new Journaled(
        raw.offset(),
        Instant.ofEpochMilli(raw.timestamp()),
        Watermark.instant(before.next(raw.timestamp())),
        command);
  }
}
