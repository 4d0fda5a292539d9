package org.tocsin.model.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The node's secret, of which others are derived by HMAC-SHA256 (RFC 2104), so that none of them
 * has to be written down. Every process of a node needs the same one. Never logged.
 */
public final class NodeSecret {
  /** How many bytes it has at least. */
  public static final int SHORTEST = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /** Of those bytes; throws IllegalArgumentException for fewer than {@link #SHORTEST}. */
  public NodeSecret(byte[] bytes) {
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException("the node's secret has fewer than 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * 32 bytes that nobody can tell without the secret, and that are others for another purpose.
   *
   * @param purpose what they are for, such as {@code webhook}
   * @param of what they belong to, in parts; each counts with its length
   */
  public byte[] derive(String purpose, String... of) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      update(mac, purpose);
      for (String part : of) {
        update(mac, part);
      }
      return mac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static void update(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  @Override
  public String toString() {
    return "NodeSecret";
  }
}
