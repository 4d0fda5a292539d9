package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.indicator;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.Samples.version;
import static org.tocsin.store.TestStore.ALL;
import static org.tocsin.store.TestStore.LATER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.Slot;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * Two processes write the same facts at once, each in an order of its own, as a consumer and the
 * one that took over from it may.
 */
@UseEngines(EngineKind.ELASTICSEARCH)
class ConcurrentWritersIT {
  private static final int CONTENTS = 60;
  private static final int REPETITIONS = 4;
  private static final int AT_ONCE = 25;
  private static final long SEED = 42;
  private static final Tlp[] LEVELS = {Tlp.GREEN, Tlp.AMBER, Tlp.CLEAR, Tlp.RED};

  private static TestStore test;

  @BeforeAll
  static void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @Test
  void shouldWriteEachObservationOnceAndAgreeOnEveryOutcome() throws Exception {
    List<PlacedFact> facts =
        facts("seen", (content, repetition) -> observation("o" + content, LEVELS[repetition]));

    Map<Slot, WriteResult> results = writeTwice(facts);

    List<StoredObservation> all = test.all();
    assertThat(all).hasSize(CONTENTS).doesNotHaveDuplicates();
    assertThat(all).extracting(StoredObservation::tlp).containsOnly(Tlp.RED);
    assertThat(slotsWith(results, WriteResult.OBSERVED))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(StoredObservation::slot).toList());
    assertThat(slotsWith(results, WriteResult.DUPLICATE)).hasSize(CONTENTS * (REPETITIONS - 1));
  }

  @Test
  void shouldEndWithTheLastVersionOfEachObjectAndAgreeOnEveryOutcome() throws Exception {
    List<PlacedFact> facts =
        facts(
            "made",
            (content, repetition) -> version(object(content, repetition), LEVELS[repetition]));

    Map<Slot, WriteResult> results = writeTwice(facts);

    List<StoredObject> versions = objects(true);
    assertThat(versions).hasSize(CONTENTS * 2).doesNotHaveDuplicates();
    assertThat(slotsWith(results, WriteResult.OBSERVED))
        .containsExactlyInAnyOrderElementsOf(versions.stream().map(StoredObject::slot).toList());
    assertThat(slotsWith(results, WriteResult.DUPLICATE)).hasSize(CONTENTS);
    assertThat(slotsWith(results, WriteResult.VERSION_CONFLICT)).hasSize(CONTENTS);
    assertThat(objects(false))
        .hasSize(CONTENTS)
        .allSatisfy(last -> {
          assertThat(versions).contains(last);
          assertThat(last.object().modified()).contains(NOW.plusSeconds(1));
        });
  }

  /** Two versions, the first of them twice alike and the second with two contents. */
  private static StixObject object(int content, int repetition) {
    Instant modified = NOW.plusSeconds(repetition / 2);
    StixObject object = indicator("i" + content, modified);
    if (repetition == 3) {
      object.json().put("name", "something else");
    }
    return object;
  }

  private interface Making {
    Fact of(int content, int repetition);
  }

  private static List<PlacedFact> facts(String receipt, Making making) {
    List<PlacedFact> facts = new ArrayList<>();
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      for (int content = 0; content < CONTENTS; content++) {
        int position = facts.size();
        facts.add(placed(making.of(content, repetition), slot(receipt, 0, position), position));
      }
    }
    return facts;
  }

  /** The results, on which both writers, and a third call afterwards, agree. */
  private static Map<Slot, WriteResult> writeTwice(List<PlacedFact> facts) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ElasticsearchStore other = test.another();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Map<Slot, WriteResult>> one =
          threads.submit(() -> write(test.store(), shuffled(facts, 1), start));
      Future<Map<Slot, WriteResult>> two =
          threads.submit(() -> write(other, shuffled(facts, 2), start));
      assertThat(one.get()).isEqualTo(two.get());
      return assertRepeatable(facts, one.get());
    }
  }

  private static Map<Slot, WriteResult> assertRepeatable(
      List<PlacedFact> facts, Map<Slot, WriteResult> results) {
    Map<Slot, WriteResult> again = new HashMap<>();
    take(test.store(), facts, again);
    assertThat(again).isEqualTo(results);
    return results;
  }

  private static List<PlacedFact> shuffled(List<PlacedFact> facts, int writer) {
    List<PlacedFact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(SEED + writer));
    return shuffled;
  }

  private static Map<Slot, WriteResult> write(
      ElasticsearchStore store, List<PlacedFact> facts, CyclicBarrier start) throws Exception {
    Map<Slot, WriteResult> results = new HashMap<>();
    start.await();
    for (int from = 0; from < facts.size(); from += AT_ONCE) {
      take(store, facts.subList(from, Math.min(facts.size(), from + AT_ONCE)), results);
    }
    store.facts().makeVisible();
    return results;
  }

  private static void take(
      ElasticsearchStore store, List<PlacedFact> facts, Map<Slot, WriteResult> results) {
    List<WriteResult> written = store.facts().write(facts);
    for (int i = 0; i < facts.size(); i++) {
      results.put(facts.get(i).slot(), written.get(i));
    }
  }

  private static List<Slot> slotsWith(Map<Slot, WriteResult> results, WriteResult result) {
    return results.entrySet().stream()
        .filter(each -> each.getValue() == result)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<StoredObject> objects(boolean all) {
    return test.store()
        .objects()
        .search(new ObjectQuery(null, null, null, null, all, null, 1_000), ALL, LATER)
        .items();
  }
}
