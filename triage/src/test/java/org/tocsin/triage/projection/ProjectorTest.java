package org.tocsin.triage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.sharing.Role;
import org.tocsin.store.DecisionWriter;

class ProjectorTest {
  private static final EntityRef SUM = new EntityRef(EntityKind.INCIDENT, "sum");

  private final MemoryDecisions views = new MemoryDecisions();
  private final Projector projector = new Projector(new Court(List.of(new SumRules())), views);

  @Test
  void shouldDecideInTheOrderOfTheJournal() {
    projector.take(List.of(add(1, 1, 5, 0L), add(2, 2, 7, 1L), add(3, 3, 9, 1L)));

    assertThat(views.sum()).isEqualTo(12);
    assertThat(views.decisions.get(new UUID(0, 3)).verdict()).isEqualTo(Verdict.CONFLICT);
  }

  @Test
  void shouldChangeNothingWhenABatchComesAgain() {
    List<Journaled> batch = List.of(add(1, 1, 5, null), add(2, 2, 7, null));
    projector.take(batch);
    projector.take(batch);

    assertThat(views.sum()).isEqualTo(12);
    assertThat(views.now.get(SUM).version()).isEqualTo(2);
  }

  @Test
  void shouldGoOnWhereACrashLeftDecisionsWithoutWhatTheyChanged() {
    List<Journaled> batch = List.of(add(1, 1, 5, 0L), add(2, 2, 7, 1L));
    views.crashAfterDecisions = true;
    assertThatIllegalStateException().isThrownBy(() -> projector.take(batch));
    views.crashAfterDecisions = false;

    projector.take(batch);

    assertThat(views.sum()).isEqualTo(12);
    assertThat(views.decisions.values())
        .extracting(Decision::verdict)
        .containsOnly(Verdict.APPLIED);
  }

  @Test
  void shouldLetTheFirstOutcomeOfACommandStand() {
    projector.take(List.of(add(1, 1, 5, 0L)));
    projector.take(List.of(add(2, 1, 100, 0L), add(3, 2, 7, null)));
    projector.take(List.of(add(4, 2, 50, null)));

    assertThat(views.sum()).isEqualTo(12);
    assertThat(views.decisions.get(new UUID(0, 1)).made().offset()).isEqualTo(1);
  }

  private static Journaled add(long offset, int id, int number, Long expected) {
    Command command =
        new Command(
            new UUID(0, id),
            new Actor("analyst", Set.of(Role.ANALYST), null),
            SUM,
            expected,
            "add",
            EntityJson.MAPPER.createObjectNode().put("number", number));
    return new Journaled(offset, Instant.EPOCH, Instant.EPOCH, command);
  }

  record Sum(int total) implements Entity {
    @Override
    public EntityRef ref() {
      return SUM;
    }
  }

  private static final class SumRules implements Rules {
    @Override
    public EntityKind kind() {
      return EntityKind.INCIDENT;
    }

    @Override
    public List<Entity> decide(Journaled made, Before before) {
      int total = before.find(SUM, Sum.class).map(Sum::total).orElse(0);
      return List.of(new Sum(total + made.command().details().path("number").asInt()));
    }
  }

  private static final class MemoryDecisions implements DecisionWriter {
    private final Map<UUID, Decision> decisions = new HashMap<>();
    private final Map<EntityRef, Revision> now = new HashMap<>();
    private boolean crashAfterDecisions;

    int sum() {
      return now.get(SUM).as(Sum.class).total();
    }

    @Override
    public Map<UUID, Decision> of(Collection<UUID> commands) {
      Map<UUID, Decision> found = new HashMap<>(decisions);
      found.keySet().retainAll(commands);
      return found;
    }

    @Override
    public Map<EntityRef, Revision> now(Collection<EntityRef> entities) {
      return Map.copyOf(now);
    }

    @Override
    public void write(List<Decision> all) {
      all.forEach(decision -> decisions.putIfAbsent(decision.made().command().id(), decision));
      if (crashAfterDecisions) {
        throw new IllegalStateException("crash");
      }
      all.forEach(decision ->
          decision.revisions().forEach(revision -> now.put(revision.entity(), revision)));
    }

    @Override
    public void makeVisible() {}
  }
}
