package org.tocsin.web.leak;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

/**
 * Somebody who looks at an exit. What they may see is written down here once more, from the table
 * of who may see what, and without the policy, its filters or the directory's own look-ups.
 *
 * @param organisation id, null where they are of none
 * @param entry what the directory says of that organisation; {@link Entry#NONE} where it is not in
 */
record Onlooker(String name, Set<Role> roles, @Nullable String organisation, Entry entry) {

  /**
   * An organisation in the directory.
   *
   * @param groups it is a member of
   * @param places the parts of the net it serves
   * @param ceiling the strictest level it is given; RED where nothing was agreed
   */
  record Entry(Set<String> groups, Set<String> places, Tlp ceiling) {
    static final Entry NONE = new Entry(Set.of(), Set.of(), Tlp.RED);
  }

  /** The team, whoever sent it in, and beyond them by level. */
  boolean sees(Marking it) {
    if (isOfTheTeam() || it.submitter().equals(name) || it.tlp() == Tlp.CLEAR) {
      return true;
    }
    if (!isOfTheNetwork() || it.tlp().compareTo(entry.ceiling()) > 0) {
      return false;
    }
    return switch (it.tlp()) {
      case CLEAR, GREEN -> true;
      case AMBER -> isTrusted() && (isNamed(it) || isConcerned(it));
      case AMBER_STRICT -> isTrusted() && isNamed(it);
      case RED -> is(Role.FOCAL_POINT) && it.persons().contains(name);
    };
  }

  /** Raw bytes, rejects, receipts and whatever is personal. */
  boolean seesAllFrom(String submitter) {
    return isOfTheTeam() || submitter.equals(name);
  }

  boolean isOfTheTeam() {
    return is(Role.ANALYST) || is(Role.LEAD) || is(Role.ADMIN) || is(Role.AUDITOR);
  }

  boolean isWriter() {
    return is(Role.ANALYST) || is(Role.LEAD) || is(Role.ADMIN);
  }

  boolean is(Role role) {
    return roles.contains(role);
  }

  boolean isOf(String other) {
    return other.equals(organisation);
  }

  private boolean isOfTheNetwork() {
    return isTrusted() || is(Role.SUBSCRIBER);
  }

  /** Named organisations are reached through their people and nodes, not through a machine. */
  private boolean isTrusted() {
    return is(Role.FOCAL_POINT) || is(Role.PEER);
  }

  private boolean isNamed(Marking it) {
    return organisation != null
        && (it.organisations().contains(organisation)
            || !Collections.disjoint(it.groups(), entry.groups()));
  }

  private boolean isConcerned(Marking it) {
    return !it.place().isEmpty()
        && entry.places().stream().anyMatch(served -> holds(served, it.place()));
  }

  /** A block of 256 addresses, an autonomous system, or a domain with all below it. */
  private static boolean holds(String served, String place) {
    return place.equals(served)
        || place.endsWith("." + served)
        || served.endsWith(".0/24") && place.startsWith(served.replace("0/24", ""));
  }

  @Override
  public String toString() {
    return name + " " + roles + " of " + organisation;
  }
}
