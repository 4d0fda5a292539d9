package org.tocsin.stream.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tocsin.stream.visibility.Watermark;

/**
 * What is known of the journal at one place: a function of the entries before it. It travels in the
 * metadata of the projector's commits.
 *
 * @param watermark how far the order of visibility has come
 * @param chain the hash chain
 * @param latest offset of the last entry that is no seal, -1 where there is none
 * @param sealed offset up to which seals were seen, -1 where there is none
 */
record JournalState(Watermark watermark, Chain chain, long latest, long sealed) {
  static final JournalState START = new JournalState(Watermark.START, Chain.START, -1, -1);

  private static final Pattern METADATA =
      Pattern.compile(
          "(added=\\d{1,18};data=\\d{1,18});hash=([0-9a-f]{64});count=(\\d{1,18})"
              + ";latest=(-?\\d{1,18});sealed=(-?\\d{1,18})");

  /** After that entry. */
  JournalState after(ConsumerRecord<byte[], byte[]> raw, JournalEntry entry) {
    Chain linked = chain.link(raw);
    return switch (entry) {
      case JournalEntry.Made made ->
          new JournalState(watermark.afterRecord(raw.timestamp(), 1), linked, raw.offset(), sealed);
      case JournalEntry.Sealed(Seal seal) ->
          new JournalState(watermark, linked, latest, Math.max(sealed, seal.through()));
      case JournalEntry.Node node -> new JournalState(watermark, linked, raw.offset(), sealed);
      case JournalEntry.Malformed malformed ->
          new JournalState(watermark, linked, raw.offset(), sealed);
    };
  }

  /** Whether there is something no seal covers. */
  boolean isOpen() {
    return latest > sealed;
  }

  String metadata() {
    return watermark.metadata()
        + ";hash="
        + chain.hash()
        + ";count="
        + chain.count()
        + ";latest="
        + latest
        + ";sealed="
        + sealed;
  }

  /** Reads a commit's metadata; {@link #START} where there is none of ours. */
  static JournalState ofMetadata(String metadata) {
    Matcher parts = METADATA.matcher(metadata);
    if (!parts.matches()) {
      return START;
    }
    return new JournalState(
        Watermark.ofMetadata(parts.group(1)),
        new Chain(parts.group(2), Long.parseLong(parts.group(3))),
        Long.parseLong(parts.group(4)),
        Long.parseLong(parts.group(5)));
  }
}
