package org.tocsin.model.stix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Builds a UUID version 5 (RFC 9562 section 5.5) out of parts whose borders count. Not thread-safe.
 */
public final class NameBasedId {
  private final MessageDigest sha1;

  private NameBasedId(UUID namespace) {
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
  }

  /** Begins a name in that namespace. */
  public static NameBasedId in(UUID namespace) {
    return new NameBasedId(namespace);
  }

  /** The version 5 UUID of the whole name as the RFC has it, without any border. */
  public static UUID of(UUID namespace, byte[] name) {
    NameBasedId id = new NameBasedId(namespace);
    id.sha1.update(name);
    return id.id();
  }

  /** Adds a part, preceded by its length. */
  public NameBasedId part(byte[] part) {
    sha1.update(ByteBuffer.allocate(4).putInt(part.length).flip());
    sha1.update(part);
    return this;
  }

  /** Adds a part as UTF-8, preceded by its length. */
  public NameBasedId part(String part) {
    return part(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the name; afterwards this object is used up. */
  public UUID id() {
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
    long most = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long least = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(most, least);
  }
}
