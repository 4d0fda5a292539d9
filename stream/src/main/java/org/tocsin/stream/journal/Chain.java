package org.tocsin.stream.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The hash chain over the journal: each link is the SHA-256 of the link before, the entry's offset,
 * the time the broker appended it, and its bytes. Whoever changes, drops, adds or moves an entry
 * changes every later link.
 *
 * @param hash the last link, in hex
 * @param count entries linked so far
 */
record Chain(String hash, long count) {
  /** Before the first entry. */
  static final Chain START = new Chain(NodeRecord.NONE, 0);

  Chain link(ConsumerRecord<byte[], byte[]> entry) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(hash));
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(entry.offset())
            .putLong(entry.timestamp())
            .flip());
    if (entry.value() != null) {
      digest.update(entry.value());
    }
    return new Chain(HexFormat.of().formatHex(digest.digest()), count + 1);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
