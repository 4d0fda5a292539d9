package org.tocsin.store.account;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.StoredReject;

/** The last reject of a page. */
record RejectCursor(Instant collectedAt, UUID receipt, int number, int position) {
  private static final byte KIND = 'R';
  private static final int BYTES = 1 + 3 * Long.BYTES + 2 * Integer.BYTES;

  static RejectCursor after(StoredReject reject) {
    return new RejectCursor(
        reject.collectedAt(),
        reject.slot().receipt(),
        reject.slot().number(),
        reject.slot().position());
  }

  static RejectCursor beginning() {
    return new RejectCursor(
        Instant.parse("2262-01-01T00:00:00Z"), new UUID(0, 0), 0, Integer.MIN_VALUE);
  }

  static RejectCursor read(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == BYTES && bytes.get() == KIND) {
        return new RejectCursor(
            Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS),
            new UUID(bytes.getLong(), bytes.getLong()),
            bytes.getInt(),
            bytes.getInt());
      }
    } catch (IllegalArgumentException e) {
      // Not even Base64: the same answer.
    }
    throw new IllegalArgumentException("cursor: not one that this search has handed out");
  }

  String text() {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .put(KIND)
            .putLong(StixTime.epochMicros(collectedAt))
            .putLong(receipt.getMostSignificantBits())
            .putLong(receipt.getLeastSignificantBits())
            .putInt(number)
            .putInt(position)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether that reject comes after the cursor, among rejects in the order of the search. */
  boolean isBefore(StoredReject reject) {
    boolean sameRaw = reject.slot().receipt().equals(receipt) && reject.slot().number() == number;
    return !sameRaw || reject.slot().position() > position;
  }
}
