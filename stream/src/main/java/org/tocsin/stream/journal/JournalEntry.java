package org.tocsin.stream.journal;

import org.tocsin.model.journal.Command;

/** What an entry of the journal turned out to be. */
sealed interface JournalEntry {
  /** The first record: the node itself. */
  record Node() implements JournalEntry {}

  /** What somebody decided. */
  record Made(Command command) implements JournalEntry {}

  /** A seal over what is before it. */
  record Sealed(Seal seal) implements JournalEntry {}

  /** Nothing that was written here. */
  record Malformed() implements JournalEntry {}
}
