package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.TestStore.ALL;
import static org.tocsin.store.TestStore.LATER;
import static org.tocsin.store.TestStore.after;
import static org.tocsin.store.TestStore.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ObservationQuery.Order;

/** Pages over 100 observations that became visible ten at a time, months and microseconds apart. */
@UseEngines(EngineKind.ELASTICSEARCH)
class ObservationPagingIT {
  private static final int COUNT = 100;
  private static final int GROUP = 10;
  private static final int LIMIT = 7;
  private static final Comparator<StoredObservation> BY_VISIBILITY =
      Comparator.comparing(StoredObservation::added)
          .thenComparing(observation -> observation.id().toString());

  private static TestStore test;

  @BeforeAll
  static void write(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    List<PlacedFact> facts = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      facts.add(
          placed(
              observation("o" + i, Tlp.AMBER, NOW.minusSeconds(i)),
              slot("r", 0, i),
              addedMicros(i / GROUP)));
    }
    test.write(facts.toArray(PlacedFact[]::new));
  }

  @AfterAll
  static void close() {
    test.close();
  }

  /** Groups lie 1 µs, then 1 ms, 1 s, 17 min, 11 days and a year apart. */
  private static long addedMicros(int group) {
    long[] times = {
      0,
      1,
      2,
      3,
      1_000,
      1_000_000,
      1_000_000_000,
      1_000_000_000_000L,
      32_000_000_000_000L,
      32_000_000_000_001L
    };
    return times[group];
  }

  @Test
  void shouldGiveEachOnceInTheOrderOfVisibility() {
    assertThat(test.follow(query(Order.ADDED, null, LIMIT), LATER))
        .hasSize(COUNT)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(BY_VISIBILITY);
  }

  @Test
  void shouldGiveTheNewestFirst() {
    assertThat(test.follow(query(Order.NEWEST, null, LIMIT), LATER))
        .hasSize(COUNT)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(BY_VISIBILITY.reversed());
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayWhetherThereIsMore(Order order) {
    assertThat(search(query(order, null, COUNT - 1)).more()).isTrue();
    assertThat(search(query(order, null, COUNT)).more()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveNothingBeyondTheHorizon(Order order) {
    Instant horizon = NOW.plusNanos(2_000);

    List<StoredObservation> found = test.follow(query(order, null, LIMIT), horizon);

    assertThat(found)
        .hasSize(3 * GROUP)
        .allSatisfy(observation -> assertThat(observation.added()).isBeforeOrEqualTo(horizon));
    assertThat(test.follow(query(order, null, LIMIT), NOW.minusNanos(1_000))).isEmpty();
  }

  @Test
  void shouldGoOnWhenTheHorizonHasMoved() {
    ObservationQuery query = query(Order.ADDED, null, COUNT);
    Page<StoredObservation> none =
        test.store().observations().search(query, ALL, NOW.minusSeconds(1));
    Page<StoredObservation> first =
        test.store().observations().search(after(query, none.cursor()), ALL, NOW);
    Page<StoredObservation> same =
        test.store().observations().search(after(query, first.cursor()), ALL, NOW);
    Page<StoredObservation> rest =
        test.store().observations().search(after(query, same.cursor()), ALL, LATER);

    assertThat(none.items()).isEmpty();
    assertThat(first.items()).hasSize(GROUP);
    assertThat(same.items()).isEmpty();
    assertThat(same.more()).isFalse();
    assertThat(rest.items()).hasSize(COUNT - GROUP).doesNotContainAnyElementsOf(first.items());
  }

  @Test
  void shouldPageThroughWhatMeetsAConditionOnly() {
    ObservationQuery search = Search.of("from=2026-11-15T11:59:30Z");

    assertThat(test.follow(search, LATER)).hasSize(31).isSortedAccordingTo(BY_VISIBILITY);
  }

  @Test
  void shouldRefuseTheCursorOfAnotherSearch() {
    String newest = search(query(Order.NEWEST, null, LIMIT)).cursor();
    String objects =
        test.store()
            .objects()
            .search(new ObjectQuery(null, null, null, null, true, null, LIMIT), ALL, LATER)
            .cursor();
    String rejects = test.store().rejects().search(null, null, null, LIMIT, ALL).cursor();

    for (String foreign : List.of(newest, objects, rejects)) {
      assertRefused(foreign);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "not a cursor", "0"})
  void shouldRefuseWhatIsNoCursor(String cursor) {
    assertRefused(cursor);
  }

  private static void assertRefused(String cursor) {
    assertThatThrownBy(() -> search(query(Order.ADDED, cursor, LIMIT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cursor: ");
  }

  private static Page<StoredObservation> search(ObservationQuery query) {
    return test.store().observations().search(query, ALL, LATER);
  }
}
