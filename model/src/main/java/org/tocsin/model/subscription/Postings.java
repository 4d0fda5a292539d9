package org.tocsin.model.subscription;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of condition: which subscriptions ask for which of its values, and which ask for none.
 * Many who ask for the same are kept as bits, few as numbers.
 *
 * @param <K> its values
 */
final class Postings<K> {
  /** From here on bits are smaller and faster than numbers. */
  private static final int FEW = Long.SIZE;

  private final BitSet free = new BitSet();
  private final Map<K, Growing> growing = new HashMap<>();

  private static final class Growing {
    private int[] few = new int[2];
    private int count;
    private @Nullable BitSet many;

    void add(int number, int atMost) {
      if (many == null && count >= Math.max(atMost / FEW, FEW)) {
        many = new BitSet();
        for (int at = 0; at < count; at++) {
          many.set(few[at]);
        }
        few = new int[0];
      }
      if (many != null) {
        many.set(number);
        return;
      }
      if (count == few.length) {
        few = Arrays.copyOf(few, count * 2);
      }
      few[count++] = number;
    }

    void into(BitSet found) {
      if (many != null) {
        found.or(many);
        return;
      }
      for (int at = 0; at < count; at++) {
        found.set(few[at]);
      }
    }
  }

  /** That this one does not ask for anything of the kind. */
  void free(int number) {
    free.set(number);
  }

  /**
   * That this one asks for one of those; for none that can be, where there are none.
   *
   * @param atMost how many subscriptions there are
   */
  void add(int number, Collection<K> keys, int atMost) {
    for (K key : keys) {
      growing.computeIfAbsent(key, any -> new Growing()).add(number, atMost);
    }
  }

  /** Leaves those of the found ones that ask for one of those values, or for none. */
  void narrow(BitSet found, Collection<? extends K> keys) {
    BitSet admitted = (BitSet) free.clone();
    for (K key : keys) {
      Growing known = growing.get(key);
      if (known != null) {
        known.into(admitted);
      }
    }
    found.and(admitted);
  }
}
