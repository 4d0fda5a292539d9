package org.tocsin.stream.journal;

import java.nio.charset.StandardCharsets;

/**
 * A signed statement about the journal up to one entry.
 *
 * @param through offset of the last entry it covers
 * @param count entries up to there
 * @param hash the chain's link there, in hex
 * @param key the public key that verifies it: X.509 encoded, base64
 * @param signature Ed25519 (RFC 8032) over {@link #statement}, base64
 */
record Seal(long through, long count, String hash, String key, String signature) {
  /** What is signed. */
  static byte[] statement(long through, Chain chain) {
    return ("tocsin journal seal\n" + through + "\n" + chain.count() + "\n" + chain.hash())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether it says what the chain says, and its key signed that. */
  boolean holds(Chain chain) {
    return count == chain.count()
        && hash.equals(chain.hash())
        && SealKey.verifies(key, statement(through, chain), signature);
  }
}
