package org.tocsin.model.sharing;

import java.util.List;
import org.tocsin.model.tlp.Tlp;

/**
 * What one reader may see: what at least one of the grants admits. It works as the decision about
 * one thing, and the store turns the same grants into the filter of a query.
 *
 * @param grants the reasons there are to show something; without any, nothing is shown
 */
public record SharingFilter(List<Grant> grants) {
  public SharingFilter {
    grants = List.copyOf(grants);
  }

  /** Whether that may be shown. */
  public boolean admits(Marked marked) {
    return grants.stream().anyMatch(grant -> grant.admits(marked));
  }

  /** Whether it may be shown as it is, with what is personal in it. */
  public boolean admitsWhole(Marked marked) {
    return grants.stream().anyMatch(grant -> grant.tie().isOpen() && grant.admits(marked));
  }

  /** Whether the reader is of the node's team, which may search through what is personal. */
  public boolean isOfTheTeam() {
    return grants.stream().anyMatch(grant -> grant.tie() instanceof Grant.Team);
  }

  /** The same for no stricter level than that. */
  public SharingFilter upTo(Tlp strictest) {
    return new SharingFilter(
        grants.stream()
            .map(grant -> grant.upTo(strictest))
            .filter(grant -> !grant.levels().isEmpty())
            .toList());
  }
}
