package org.tocsin.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the journal came to.
 *
 * @param entries entries that were read, from the first
 * @param commands commands among them
 * @param seals seals among them that hold
 * @param head the chain's last link, in hex
 * @param sealedThrough offset up to which a seal that holds covers everything, -1 where none does
 * @param keys the public keys of those seals (X.509, base64), each once
 * @param fault what is wrong first, null where nothing is
 */
public record JournalProof(
    long entries,
    long commands,
    long seals,
    String head,
    long sealedThrough,
    List<String> keys,
    @Nullable Fault fault) {
  /**
   * Something that must not be.
   *
   * @param offset where
   * @param what what is wrong, in words
   */
  public record Fault(long offset, String what) {}

  public JournalProof {
    keys = List.copyOf(keys);
  }

  /** Whether the journal is what was written. */
  public boolean holds() {
    return fault == null;
  }
}
