package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Role;

@UseEngines(EngineKind.ELASTICSEARCH)
class DecisionIT {
  private static final Instant BEGIN = Instant.parse("2026-11-25T08:00:00Z");

  private TestStore store;
  private DecisionWriter writer;
  private Decisions decisions;

  @BeforeEach
  void open(EngineAddresses engines) {
    store = TestStore.at(engines.elasticsearchUrl());
    writer = store.store().decisionWriter();
    decisions = store.store().decisions();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void shouldReadADecisionAndItsEntityBeforeSearchesSeeThem() {
    Decision put = applied(1, "lead", "w1", 1);
    writer.write(List.of(put));

    assertThat(decisions.of(put.made().command().id())).contains(put);
    assertThat(decisions.now(List.of(ref("w1"), ref("w2"))))
        .isEqualTo(Map.of(ref("w1"), put.revisions().getFirst()));
    assertThat(decisions.of(new UUID(0, 99))).isEmpty();
  }

  @Test
  void shouldKeepRefusalsWithTheirReason() {
    Decision refused =
        new Decision(
            journaled(1, "auditor", "w1"), Verdict.REFUSED, Reason.FORBIDDEN, "may not", List.of());
    writer.write(List.of(refused));

    assertThat(decisions.of(refused.made().command().id())).contains(refused);
    assertThat(decisions.now(List.of(ref("w1")))).isEmpty();
  }

  @Test
  void shouldKeepTheLastRevisionWhateverIsWrittenAgain() {
    Decision first = applied(1, "lead", "w1", 1);
    Decision second = applied(2, "lead", "w1", 2);
    writer.write(List.of(first, second));
    writer.write(List.of(first));

    assertThat(decisions.now(List.of(ref("w1"))).get(ref("w1")))
        .isEqualTo(second.revisions().getFirst());
    assertThat(decisions.of(first.made().command().id())).contains(first);
  }

  @Test
  void shouldFindDecisionsByEntityActorAndTimePageByPage() {
    List<Decision> all = new ArrayList<>();
    for (int offset = 1; offset <= 20; offset++) {
      all.add(applied(offset, offset % 2 == 0 ? "lead" : "analyst", "w" + offset % 3, offset));
    }
    writer.write(all);
    writer.makeVisible();

    assertThat(follow(query(null, null, null, null, false)))
        .extracting(decision -> decision.made().offset())
        .isSorted()
        .hasSize(20);
    assertThat(follow(query(null, null, null, null, true)).getFirst().made().offset())
        .isEqualTo(20);
    assertThat(follow(query(ref("w0"), "lead", null, null, false)))
        .extracting(decision -> decision.made().offset())
        .containsExactly(6L, 12L, 18L);
    assertThat(follow(query(null, null, BEGIN.plusSeconds(5), BEGIN.plusSeconds(8), false)))
        .extracting(decision -> decision.made().offset())
        .containsExactly(5L, 6L, 7L);
  }

  @Test
  void shouldShowNothingBehindTheHorizon() {
    writer.write(List.of(applied(1, "lead", "w1", 1), applied(2, "lead", "w1", 2)));
    writer.makeVisible();

    assertThat(decisions.search(query(null, null, null, null, false), BEGIN.plusSeconds(1)).items())
        .hasSize(1);
  }

  private List<Decision> follow(DecisionQuery query) {
    List<Decision> all = new ArrayList<>();
    Page<Decision> page;
    DecisionQuery next = query;
    do {
      page = decisions.search(next, TestStore.LATER);
      all.addAll(page.items());
      next =
          new DecisionQuery(
              query.entity(),
              query.actor(),
              query.from(),
              query.to(),
              query.newest(),
              page.cursor(),
              7);
    } while (page.more());
    return all;
  }

  private static DecisionQuery query(
      @Nullable EntityRef entity,
      @Nullable String actor,
      @Nullable Instant from,
      @Nullable Instant to,
      boolean newest) {
    return new DecisionQuery(entity, actor, from, to, newest, null, 7);
  }

  private static EntityRef ref(String id) {
    return new EntityRef(EntityKind.SHARING_GROUP, id);
  }

  private static Decision applied(int offset, String actor, String id, long version) {
    return new Decision(
        journaled(offset, actor, id),
        Verdict.APPLIED,
        null,
        null,
        List.of(
            new Revision(
                ref(id), version, EntityJson.MAPPER.createObjectNode().put("offset", offset))));
  }

  private static Journaled journaled(int offset, String actor, String id) {
    return new Journaled(
        offset,
        BEGIN.plusSeconds(offset),
        BEGIN.plusSeconds(offset).plus(3, ChronoUnit.MICROS).minusMillis(1),
        new Command(
            new UUID(0, offset),
            new Actor(actor, Set.of(Role.LEAD), null),
            ref(id),
            null,
            "put",
            EntityJson.MAPPER.createObjectNode().put("title", "t" + offset)));
  }
}
