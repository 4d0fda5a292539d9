package org.tocsin.model.sharing;

import java.util.EnumSet;
import java.util.Set;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.tlp.Tlp;

/**
 * One reason to show something: it has one of those levels, and the reader is tied to it.
 *
 * @param levels the levels for which the tie is enough
 * @param tie what ties the reader to it
 */
public record Grant(Set<Tlp> levels, Tie tie) {

  public Grant {
    levels = Set.copyOf(levels);
  }

  /** What ties a reader to something. */
  public sealed interface Tie {
    /** Whether who has it sees what is personal too, or only what {@link Redaction} leaves. */
    default boolean isOpen() {
      return false;
    }
  }

  /** The reader is of the node's team, to which everything was sent. */
  public record Team() implements Tie {
    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /** The reader sent it in. */
  public record Submitter(String name) implements Tie {
    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /** No tie is asked for. */
  public record Anybody() implements Tie {}

  /**
   * It was addressed to the reader's organisation, or to a sharing group that one is a member of.
   */
  public record Addressed(Set<String> organisations, Set<String> groups) implements Tie {
    public Addressed {
      organisations = Set.copyOf(organisations);
      groups = Set.copyOf(groups);
    }
  }

  /** It was addressed to the reader in person. */
  public record InPerson(String name) implements Tie {}

  /** It tells about the part of the net that the reader's organisation serves. */
  public record Serves(Constituency constituency) implements Tie {}

  /** Whether that may be shown for this reason. */
  public boolean admits(Marked marked) {
    return levels.contains(marked.tlp()) && (tie.isOpen() || !marked.personal()) && isTied(marked);
  }

  private boolean isTied(Marked marked) {
    return switch (tie) {
      case Team _, Anybody _ -> true;
      case Submitter(String name) -> marked.submitter().equals(name);
      case Addressed(Set<String> organisations, Set<String> groups) ->
          meet(marked.audience().organisations(), organisations)
              || meet(marked.audience().groups(), groups);
      case InPerson(String name) -> marked.audience().persons().contains(name);
      case Serves(Constituency constituency) -> constituency.concerns(marked.concerned());
    };
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  /** The same for no stricter level than that. */
  Grant upTo(Tlp strictest) {
    Set<Tlp> kept = EnumSet.noneOf(Tlp.class);
    levels.stream().filter(level -> level.compareTo(strictest) <= 0).forEach(kept::add);
    return new Grant(kept, tie);
  }
}
