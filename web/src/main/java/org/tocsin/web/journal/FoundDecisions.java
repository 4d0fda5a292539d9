package org.tocsin.web.journal;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Decisions;
import org.tocsin.store.Page;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.JournalReader;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;

/** The journal, as a reader may see it. */
public final class FoundDecisions {
  private final Decisions decisions;
  private final JournalReader journal;

  /** Asks these. */
  public FoundDecisions(Decisions decisions, JournalReader journal) {
    this.decisions = decisions;
    this.journal = journal;
  }

  /**
   * A page of the journal.
   *
   * @throws AccessDeniedException when the reader may not read it
   * @throws BadParameterException where a condition cannot be read
   */
  public Page<Decision> page(JournalParameters parameters, int usualLimit, Reader reader) {
    require(reader);
    var query = parameters.query(usualLimit);
    return BadParameterException.unlessReadable(() -> decisions.search(query, journal.horizon()));
  }

  /**
   * What became of a command: for whoever gave it, and for those who may read the journal.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public Decision one(UUID command, Reader reader) {
    return decisions
        .of(command)
        .filter(decision ->
            SharingPolicy.journal(reader)
                || decision.made().command().by().name().equals(reader.name()))
        .orElseThrow(() -> new NotVisibleException("command"));
  }

  /**
   * Recomputes the hash chain from Kafka.
   *
   * @throws AccessDeniedException when the reader may not read the journal
   */
  public JournalProof verify(Reader reader) {
    require(reader);
    return journal.verify();
  }

  private static void require(Reader reader) {
    if (!SharingPolicy.journal(reader)) {
      throw new AccessDeniedException("the journal is for the node's team");
    }
  }
}
