package org.tocsin.web.feed;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.problem.TooLargeException;
import tools.jackson.databind.node.ObjectNode;

/** Where admins try a definition before it holds. */
public final class TrialDesk {
  private final FeedDesk desk;
  private final Trials trials;

  /** Tries there. */
  public TrialDesk(FeedDesk desk, Trials trials) {
    this.desk = desk;
    this.trials = trials;
  }

  /**
   * What a definition is tried on.
   *
   * @param bytes null to fetch the feed's own beginning
   * @param file the file name they would have, null for none
   */
  public record Given(byte @Nullable [] bytes, @Nullable String file) {
    /** The feed's own beginning. */
    public static final Given FETCHED = new Given(null, null);
  }

  /** Whether a feed's own beginning can be fetched by this process. */
  public boolean canFetch() {
    return trials.canFetch();
  }

  /**
   * Tries a definition.
   *
   * @throws org.springframework.security.access.AccessDeniedException unless the reader is an admin
   * @throws TooLargeException where the sample is larger than one may be
   * @throws RefusedException where the definition has faults, which it names, or the sample could
   *     not be fetched or taken
   */
  public TriedSample test(String name, ObjectNode definition, Given given, Reader reader) {
    List<DefinitionFault> faults = desk.faults(name, definition, reader);
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(
          faults.stream().map(DefinitionFault::toString).collect(Collectors.joining("; ")));
    }
    byte[] bytes = given.bytes();
    if (bytes == null) {
      return fetched(name, definition);
    }
    if (bytes.length == 0) {
      throw RefusedException.invalid("sample: there is not a single byte in it");
    }
    if (bytes.length > Trials.MOST_BYTES) {
      throw new TooLargeException("A sample may have up to " + Trials.MOST_BYTES + " bytes.");
    }
    return trials.read(name, definition, bytes, given.file());
  }

  private TriedSample fetched(String name, ObjectNode definition) {
    if (!trials.canFetch()) {
      throw RefusedException.wrongState(
          "This process fetches nothing; give a sample, or ask one that has the role ingest");
    }
    return trials.fetch(name, definition);
  }
}
