package org.tocsin.model.journal;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.model.journal.Decision.Verdict;

/**
 * Decides on commands by the rules of their kinds: the same way before they are journalled and
 * after.
 */
public final class Court {
  private final Map<EntityKind, Rules> rules = new EnumMap<>(EntityKind.class);

  /** With those rules; throws IllegalArgumentException for two of the same kind. */
  public Court(List<Rules> all) {
    for (Rules one : all) {
      if (rules.put(one.kind(), one) != null) {
        throw new IllegalArgumentException("two rules for " + one.kind().key());
      }
    }
  }

  /** Every entity a decision on that command looks at, the one it is about first. */
  public Set<EntityRef> looksAt(Command command) {
    Set<EntityRef> all = new LinkedHashSet<>();
    all.add(command.entity());
    Rules known = rules.get(command.entity().kind());
    if (known != null) {
      try {
        all.addAll(known.looksAt(command));
      } catch (RefusedException e) {
        return all; // decide() will say the same
      }
    }
    return all;
  }

  /**
   * Decides.
   *
   * @param now the entities of {@link #looksAt} as they stand
   */
  public Decision decide(Journaled made, Function<EntityRef, Optional<Revision>> now) {
    Command command = made.command();
    long version = now.apply(command.entity()).map(Revision::version).orElse(0L);
    Long expected = command.expectedVersion();
    if (expected != null && expected != version) {
      return new Decision(
          made, Verdict.CONFLICT, null, "the version is " + version + " by now", List.of());
    }
    try {
      return new Decision(made, Verdict.APPLIED, null, null, revisions(made, now));
    } catch (RefusedException e) {
      return new Decision(made, Verdict.REFUSED, e.reason(), e.getMessage(), List.of());
    }
  }

  private List<Revision> revisions(Journaled made, Function<EntityRef, Optional<Revision>> now) {
    Rules known = rules.get(made.command().entity().kind());
    if (known == null) {
      throw RefusedException.invalid("nothing can be decided about this kind of entity");
    }
    known.looksAt(made.command());
    return known.decide(made, new AsItStands(now)).stream()
        .map(entity ->
            new Revision(
                entity.ref(),
                now.apply(entity.ref()).map(Revision::version).orElse(0L) + 1,
                EntityJson.tree(entity)))
        .toList();
  }

  private record AsItStands(Function<EntityRef, Optional<Revision>> now) implements Before {
    @Override
    public <E extends Entity> Optional<E> find(EntityRef ref, Class<E> type) {
      return now.apply(ref).map(revision -> revision.as(type));
    }
  }
}
