package org.tocsin.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.sharing.Role;

class CourtTest {
  private static final EntityRef BELL = new EntityRef(EntityKind.WARNING, "bell");
  private static final EntityRef OTHER = new EntityRef(EntityKind.WARNING, "other");

  private final Map<EntityRef, Revision> now = new HashMap<>();
  private final Court court = new Court(List.of(new BellRules()));

  @Test
  void shouldCountTheRecordsAppliedToAnEntity() {
    Decision first = decide(command("ring", 0L, 3));
    Decision second = decide(command("ring", 1L, 4));

    assertThat(first.verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(second.revision().orElseThrow().version()).isEqualTo(2);
    assertThat(second.revision().orElseThrow().as(Bell.class)).isEqualTo(new Bell("bell", 7, null));
  }

  @Test
  void shouldRefuseACommandThatLookedAtAnOlderVersion() {
    decide(command("ring", 0L, 3));

    Decision late = decide(command("ring", 0L, 1));

    assertThat(late.verdict()).isEqualTo(Verdict.CONFLICT);
    assertThat(late.reason()).contains("1");
    assertThat(late.revisions()).isEmpty();
  }

  @Test
  void shouldTakeACommandThatExpectsNothing() {
    decide(command("ring", 0L, 3));

    assertThat(decide(command("ring", null, 1)).verdict()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void shouldSayWhichFieldOfTheDetailsIsWrong() {
    Command command = command("ring", 0L, 1);
    command.details().put("times", "often");

    Decision decision = decide(command);

    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decision.refusal()).isEqualTo(RefusedException.Reason.INVALID);
    assertThat(decision.reason()).startsWith("times:");
  }

  @Test
  void shouldLetRulesChangeSeveralEntities() {
    decide(command("ring", 0L, 3));

    Decision hung = decide(command("hang-together", 1L, 0));

    assertThat(court.looksAt(command("hang-together", 1L, 0))).containsExactly(BELL, OTHER);
    assertThat(hung.revisions()).extracting(Revision::entity).containsExactly(BELL, OTHER);
    assertThat(hung.revisions()).extracting(Revision::version).containsExactly(2L, 1L);
  }

  @Test
  void shouldRefuseWhatNoRulesAreKnownFor() {
    Command command = command("ring", null, 1);
    Decision decision = new Court(List.of()).decide(journaled(command), ref -> Optional.empty());

    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
  }

  private Decision decide(Command command) {
    Decision decision = court.decide(journaled(command), ref -> Optional.ofNullable(now.get(ref)));
    decision.revisions().forEach(revision -> now.put(revision.entity(), revision));
    return decision;
  }

  private static Journaled journaled(Command command) {
    return new Journaled(7, Instant.EPOCH, Instant.EPOCH, command);
  }

  private static Command command(String action, @Nullable Long expected, int times) {
    return new Command(
        UUID.randomUUID(),
        new Actor("lead", Set.of(Role.LEAD), null),
        BELL,
        expected,
        action,
        EntityJson.MAPPER.createObjectNode().put("times", times));
  }

  record Times(int times) {}

  record Bell(String name, int rung, @Nullable String hangsWith) implements Entity {
    @Override
    public EntityRef ref() {
      return new EntityRef(EntityKind.WARNING, name);
    }
  }

  private static final class BellRules implements Rules {
    @Override
    public EntityKind kind() {
      return EntityKind.WARNING;
    }

    @Override
    public Set<EntityRef> looksAt(Command command) {
      return command.action().equals("hang-together") ? Set.of(OTHER) : Set.of();
    }

    @Override
    public List<Entity> decide(Journaled made, Before before) {
      Bell bell = before.find(BELL, Bell.class).orElse(new Bell("bell", 0, null));
      if (made.command().action().equals("hang-together")) {
        return List.of(new Bell("bell", bell.rung(), "other"), new Bell("other", 0, "bell"));
      }
      int times = made.command().details(Times.class).times();
      return List.of(new Bell("bell", bell.rung() + times, bell.hangsWith()));
    }
  }
}
