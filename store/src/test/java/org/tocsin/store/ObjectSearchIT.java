package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.by;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.Samples.indicator;
import static org.tocsin.store.Samples.object;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.Samples.version;
import static org.tocsin.store.TestStore.ALL;
import static org.tocsin.store.TestStore.LATER;
import static org.tocsin.store.WriteResult.DUPLICATE;
import static org.tocsin.store.WriteResult.OBSERVED;
import static org.tocsin.store.WriteResult.VERSION_CONFLICT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/** Versions of objects: every one, the last one, and the one taken back. Each test has its own. */
@UseEngines(EngineKind.ELASTICSEARCH)
class ObjectSearchIT {
  private static final Instant V1 = NOW;
  private static final Instant V2 = NOW.plusSeconds(10);
  private static final Instant V3 = NOW.plusSeconds(20);

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
  void shouldShowTheLastVersionInWhateverOrderTheyCame() {
    assertThat(
            test.write(
                fact("mixed", indicator("mixed", V2), 0),
                fact("mixed", indicator("mixed", V3), 1),
                fact("mixed", indicator("mixed", V1), 2)))
        .containsExactly(OBSERVED, OBSERVED, OBSERVED);

    assertThat(versions("mixed")).containsExactly(V2, V3, V1);
    assertThat(current("mixed")).containsExactly(indicator("mixed", V3));
  }

  @Test
  void shouldGiveBackAVersionAsItArrived() {
    StixObject object = indicator("as-is", V1);
    object.json().putObject("x_unknown").put("number", "1.00");
    PlacedFact fact = fact("as-is", object, 7);
    test.write(fact);

    assertThat(find(query(null, object.id(), null, true)))
        .containsExactly(
            new StoredObject(
                fact.slot(),
                fact.origin(),
                fact.submitter(),
                fact.added(),
                Tlp.GREEN,
                fact.raw(),
                object));
  }

  @Test
  void shouldHideWhatWasTakenBackUnlessItIsAskedForByItsId() {
    StixObject revoked = indicator("revoked", V2);
    revoked.json().put("revoked", true);
    test.write(
        fact("revoked", indicator("revoked", V1), 0),
        fact("revoked", revoked, 1),
        fact("revoked", indicator("kept", V1), 2));

    assertThat(found(query("indicator", null, "revoked", false)))
        .containsExactly(indicator("kept", V1));
    assertThat(found(query(null, revoked.id(), null, false))).containsExactly(revoked);
    assertThat(found(query("indicator", null, "revoked", true))).hasSize(3).contains(revoked);
  }

  @Test
  void shouldRefuseOtherContentUnderAKnownVersion() {
    StixObject other = indicator("conflict", V1);
    other.json().put("name", "something else");
    test.write(fact("conflict", indicator("conflict", V1), 0));

    assertThat(
            test.write(
                fact("conflict", other, 1, Tlp.RED),
                fact("conflict", indicator("conflict", V1), 2),
                fact("conflict", indicator("conflict", V1), 0)))
        .containsExactly(VERSION_CONFLICT, DUPLICATE, OBSERVED);
    assertThat(current("conflict")).containsExactly(indicator("conflict", V1));
    assertThat(find(query(null, other.id(), null, false)))
        .extracting(StoredObject::tlp)
        .as("what is refused tightens nothing")
        .containsExactly(Tlp.GREEN);
  }

  @Test
  void shouldRefuseOtherContentWithinOneCall() {
    StixObject other = indicator("one-call", V1);
    other.json().put("name", "something else");

    assertThat(
            test.write(fact("one-call", indicator("one-call", V1), 0), fact("one-call", other, 1)))
        .containsExactly(OBSERVED, VERSION_CONFLICT);
    assertThat(current("one-call")).containsExactly(indicator("one-call", V1));
  }

  @Test
  void shouldTightenAVersionAndLeaveTheObjectAlone() {
    StixObject object = indicator("tight", V1);
    test.write(fact("tight", object, 0));
    assertThat(test.write(fact("tight", object, 1, Tlp.RED))).containsExactly(DUPLICATE);
    assertThat(test.write(fact("tight", object, 2, Tlp.CLEAR))).containsExactly(DUPLICATE);

    for (boolean all : List.of(true, false)) {
      assertThat(find(query(null, object.id(), null, all)))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.tlp()).isEqualTo(Tlp.RED);
            assertThat(found.object()).isEqualTo(object);
            assertThat(found.slot()).isEqualTo(slot("tight", 0, 0));
            assertThat(found.added()).isEqualTo(NOW.plusNanos(1_000));
          });
    }
  }

  @Test
  void shouldShowAnObservedDataAsTheObservationOfItsLastVersion() {
    test.write(observed("seen", V2, "second", 0), observed("seen", V1, "first", 1));

    assertThat(test.find(id("seen")).reportType()).isEqualTo("second");
    assertThat(versions("seen")).containsExactly(V2, V1);
    assertThat(test.follow(Search.of("provider=seen"), LATER)).hasSize(1);
  }

  @Test
  void shouldFindWordsTypesAndProviders() {
    StixObject malware =
        object("malware")
            .put("modified", V1.toString())
            .put("name", "Examplebot")
            .put("description", "Sends unsolicited mail at night.")
            .build();
    test.write(fact("words", malware, 0), fact("words", indicator("Examplebot", V1), 1));

    assertThat(found(new ObjectQuery("EXAMPLEBOT", null, null, "words", false, null, 9)))
        .hasSize(2);
    assertThat(found(new ObjectQuery("\"unsolicited mail\"", null, null, null, false, null, 9)))
        .containsExactly(malware);
    assertThat(found(new ObjectQuery("\"mail unsolicited\"", null, null, null, false, null, 9)))
        .isEmpty();
    assertThat(found(query("malware", null, "words", false))).containsExactly(malware);
    assertThat(found(query("malware", null, "other", false))).isEmpty();
  }

  @Test
  void shouldGiveEachOnceInTheOrderOfVisibilityUpToTheHorizon() {
    PlacedFact[] facts = new PlacedFact[30];
    for (int i = 0; i < facts.length; i++) {
      facts[i] =
          placed(version(indicator("paged" + i, V1), Tlp.GREEN), slot("paged", 0, i), i / 10);
      facts[i] = by(facts[i], "feed-example", new Origin("paged", "reports"));
    }
    test.write(facts);

    for (boolean all : List.of(true, false)) {
      List<StoredObject> found = follow(query(null, null, "paged", all), 7, LATER);
      assertThat(found).hasSize(30).doesNotHaveDuplicates();
      assertThat(found).extracting(StoredObject::added).isSorted();
      assertThat(follow(query(null, null, "paged", all), 7, NOW.plusNanos(1_000))).hasSize(20);
    }
  }

  @Test
  void shouldRefuseTheCursorOfTheOtherSearch() {
    for (boolean all : List.of(true, false)) {
      String cursor =
          test.store().objects().search(query(null, null, null, all), ALL, LATER).cursor();
      ObjectQuery other = new ObjectQuery(null, null, null, null, !all, cursor, 9);

      assertThatThrownBy(() -> test.store().objects().search(other, ALL, LATER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("cursor: ");
    }
  }

  private static List<Instant> versions(String provider) {
    return found(query(null, null, provider, true)).stream()
        .map(object -> object.modified().orElseThrow())
        .toList();
  }

  private static List<StixObject> current(String provider) {
    return found(query(null, null, provider, false));
  }

  private static List<StixObject> found(ObjectQuery query) {
    return find(query).stream().map(StoredObject::object).toList();
  }

  private static List<StoredObject> find(ObjectQuery query) {
    return follow(query, query.limit(), LATER);
  }

  private static List<StoredObject> follow(ObjectQuery query, int limit, Instant horizon) {
    List<StoredObject> all = new ArrayList<>();
    String cursor = null;
    Page<StoredObject> page;
    do {
      ObjectQuery next =
          new ObjectQuery(
              query.text(),
              query.type(),
              query.id(),
              query.provider(),
              query.allVersions(),
              cursor,
              limit);
      page = test.store().objects().search(next, ALL, horizon);
      all.addAll(page.items());
      cursor = page.cursor();
    } while (page.more());
    return all;
  }

  private static ObjectQuery query(
      @Nullable String type, @Nullable String id, @Nullable String provider, boolean all) {
    return new ObjectQuery(null, type, id, provider, all, null, 100);
  }

  /** From a provider and in a receipt of that name. */
  private static PlacedFact fact(String name, StixObject object, int position) {
    return fact(name, object, position, Tlp.GREEN);
  }

  private static PlacedFact fact(String name, StixObject object, int position, Tlp tlp) {
    return fact(name, version(object, tlp), position);
  }

  private static PlacedFact fact(String name, StixVersion version, int position) {
    return by(
        placed(version, slot(name, 0, position), position),
        "feed-example",
        new Origin(name, "reports"));
  }

  private static PlacedFact observed(String name, Instant modified, String type, int position) {
    Observation made = observation(name, Tlp.GREEN);
    StixObject object = made.objects().getFirst();
    object.json().put("modified", modified.toString());
    Observation observation =
        new Observation(
            made.contentId(), made.observedAt(), made.rsit(), type, made.tlp(), made.objects());
    return fact(name, version(object, Tlp.GREEN, observation), position);
  }
}
