package org.tocsin.stream.journal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.JournalProof.Fault;

/**
 * Walks along the journal's entries, links the chain anew, and notes the first thing that is off.
 */
final class JournalCheck {
  /** A seal is written soon after the last entry it covers; only links this near are kept. */
  private static final int LINKS_KEPT = 100_000;

  private final Set<String> trusted = new HashSet<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private final NavigableMap<Long, Chain> links = new TreeMap<>();
  private Chain chain = Chain.START;
  private long next;
  private long commands;
  private long seals;
  private long sealedThrough = -1;
  private @Nullable Fault fault;

  /**
   * A check that has seen nothing.
   *
   * @param trusted public keys whose seals count; where it is empty the key of the first seal does
   */
  JournalCheck(Set<String> trusted) {
    this.trusted.addAll(trusted);
  }

  void take(ConsumerRecord<byte[], byte[]> raw) {
    if (raw.offset() != next) {
      note(next, "entries are missing here");
    }
    next = raw.offset() + 1;
    chain = chain.link(raw);
    links.put(raw.offset(), chain);
    if (links.size() > LINKS_KEPT) {
      links.pollFirstEntry();
    }
    JournalEntry entry = JournalCodec.decode(raw.value());
    if (entry instanceof JournalEntry.Node != (raw.offset() == 0)) {
      note(raw.offset(), "the node's own record is not the first, or is there twice");
    }
    switch (entry) {
      case JournalEntry.Made made -> commands++;
      case JournalEntry.Sealed(Seal seal) -> take(raw.offset(), seal);
      case JournalEntry.Malformed malformed -> note(raw.offset(), "an entry that cannot be read");
      case JournalEntry.Node node -> {}
    }
  }

  private void take(long offset, Seal seal) {
    Chain then = links.get(seal.through());
    if (trusted.isEmpty()) {
      trusted.add(seal.key());
    }
    if (!trusted.contains(seal.key())) {
      note(offset, "a seal made with a key that is not the node's");
    } else if (then == null || !seal.holds(then)) {
      note(offset, "a seal that does not hold: what is before it was changed");
    } else {
      seals++;
      sealedThrough = Math.max(sealedThrough, seal.through());
      keys.add(seal.key());
    }
  }

  JournalProof proof() {
    return new JournalProof(
        next, commands, seals, chain.hash(), sealedThrough, List.copyOf(keys), fault);
  }

  private void note(long offset, String what) {
    if (fault == null) {
      fault = new Fault(offset, what);
    }
  }
}
