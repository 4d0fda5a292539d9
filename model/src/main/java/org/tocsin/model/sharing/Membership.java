package org.tocsin.model.sharing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.tlp.Tlp;

/**
 * What an organisation belongs to and whom it serves.
 *
 * @param groups ids of the sharing groups it is a member of
 * @param constituency the part of the net it serves
 * @param ceiling the strictest level it is given, null where the sharing policy alone decides
 */
public record Membership(Set<String> groups, Constituency constituency, @Nullable Tlp ceiling) {
  /** Of an organisation the directory does not know. */
  public static final Membership NONE = new Membership(Set.of(), Constituency.NONE);

  /** As many conditions as a search can hold beside its own. */
  private static final int MOST_BLOCKS = 3_000;

  private static final int MOST_NAMES = 50_000;

  /** Of one whose level the sharing policy alone decides. */
  public Membership(Set<String> groups, Constituency constituency) {
    this(groups, constituency, null);
  }

  public Membership {
    if (constituency.joinedBlocks().size() > MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "one organisation can serve %d blocks of addresses that do not lie together"
              .formatted(MOST_BLOCKS));
    }
    if (constituency.domains().size() > MOST_NAMES || constituency.asns().size() > MOST_NAMES) {
      throw new IllegalArgumentException(
          "one organisation can serve %d domains and as many autonomous systems"
              .formatted(MOST_NAMES));
    }
    groups = Set.copyOf(groups);
  }
}
