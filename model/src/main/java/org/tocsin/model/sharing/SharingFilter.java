package org.tocsin.model.sharing;

import java.util.Set;
import org.tocsin.model.tlp.Tlp;

/**
 * What one reader may see, in the two terms every stored document carries, so that it works both as
 * a decision about one document and as a filter of a query: a document passes when its level is
 * among {@code levels} or it was submitted by one of {@code submitters}.
 *
 * @param levels the levels the reader may see whoever submitted them
 * @param submitters the submitters whose documents the reader may see whatever their level
 */
public record SharingFilter(Set<Tlp> levels, Set<String> submitters) {
  public SharingFilter {
    levels = Set.copyOf(levels);
    submitters = Set.copyOf(submitters);
  }

  /** Whether a document of that level, from that submitter, may be shown. */
  public boolean admits(Tlp tlp, String submitter) {
    return levels.contains(tlp) || submitters.contains(submitter);
  }
}
