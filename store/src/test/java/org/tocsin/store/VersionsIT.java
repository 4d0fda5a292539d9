package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.indicator;
import static org.tocsin.store.Samples.object;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.Samples.version;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.directory.Cidr;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StixVersions.End;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.VersionQuery.Of;

@UseEngines(EngineKind.ELASTICSEARCH)
class VersionsIT {
  private TestStore test;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void shouldShowEveryVersionOrTheLast() {
    test.write(
        placed(version(indicator("a", NOW), Tlp.GREEN), slot("r", 0, 0), 1),
        placed(version(indicator("b", NOW), Tlp.GREEN), slot("r", 0, 1), 2),
        placed(version(indicator("a", NOW.plusSeconds(60)), Tlp.GREEN), slot("r", 0, 2), 3));

    assertThat(names(follow(query(Of.OBJECTS, Extent.ALL, Set.of(), Set.of(), 1))))
        .containsExactly("a", "b", "a");
    List<StoredVersion> last = follow(query(Of.OBJECTS, Extent.LAST, Set.of(), Set.of(), 1));
    assertThat(names(last)).containsExactly("b", "a");
    assertThat(last.getLast().object().modified()).contains(NOW.plusSeconds(60));
  }

  @Test
  void shouldFindTheEndsOfVersions() {
    test.write(
        placed(version(indicator("a", NOW), Tlp.AMBER), slot("r", 0, 0), 1),
        placed(version(indicator("a", NOW.plusSeconds(1)), Tlp.GREEN), slot("r", 0, 1), 2),
        placed(version(indicator("a", NOW.plusSeconds(2)), Tlp.GREEN), slot("r", 0, 2), 3));
    VersionQuery all = query(Of.OBJECTS, Extent.ALL, Set.of(), Set.of(), 10);

    assertThat(ends(End.FIRST, all, TestStore.ALL)).containsExactly(NOW);
    assertThat(ends(End.LAST, all, TestStore.ALL)).containsExactly(NOW.plusSeconds(2));
    assertThat(ends(End.FIRST, all, networkFilter()))
        .as("the first one the reader may see")
        .containsExactly(NOW.plusSeconds(1));
  }

  @Test
  void shouldNotPartWhatBecameVisibleTogether() {
    test.write(
        placed(version(indicator("a", NOW), Tlp.GREEN), slot("r", 0, 0), 1),
        placed(version(indicator("b", NOW), Tlp.GREEN), slot("r", 0, 1), 2),
        placed(version(indicator("c", NOW), Tlp.GREEN), slot("r", 0, 2), 2),
        placed(version(indicator("d", NOW), Tlp.GREEN), slot("r", 0, 3), 3));

    Page<StoredVersion> first = page(query(Of.OBJECTS, Extent.ALL, Set.of(), Set.of(), 2));
    assertThat(names(first.items())).containsExactly("a");
    Page<StoredVersion> second =
        page(query(Of.OBJECTS, Extent.ALL, Set.of(), Set.of(), 1).goingOn(first.cursor()));
    assertThat(names(second.items())).containsExactlyInAnyOrder("b", "c");
    assertThat(second.more()).isTrue();
  }

  @Test
  void shouldShowObservationsOnceWhereverTheyAre() {
    Observation arrived = observation("arrived", Tlp.GREEN);
    test.write(
        placed(observation("made here", Tlp.GREEN), slot("r", 0, 0), 1),
        placed(version(arrived.objects().getFirst(), Tlp.GREEN, arrived), slot("r", 0, 1), 2),
        placed(version(indicator("no observation", NOW), Tlp.GREEN), slot("r", 0, 2), 3));

    for (Extent extent : Extent.values()) {
      List<StoredVersion> all = follow(query(Of.OBSERVATIONS, extent, Set.of(), Set.of(), 1));
      assertThat(all).hasSize(2);
      assertThat(all).allSatisfy(each -> assertThat(each.shown()).hasSize(3));
      for (StoredVersion each : all) {
        String sco = each.shown().getLast().id();
        assertThat(follow(query(Of.OBSERVATIONS, extent, Set.of(sco), Set.of(), 9)))
            .containsExactly(each);
        String id = each.object().id();
        assertThat(follow(query(Of.OBSERVATIONS, extent, Set.of(id), Set.of(), 9)))
            .containsExactly(each);
      }
      assertThat(follow(query(Of.OBSERVATIONS, extent, Set.of(), Set.of("domain-name"), 9)))
          .isEqualTo(all);
      assertThat(follow(query(Of.OBSERVATIONS, extent, Set.of(), Set.of("url"), 9))).isEmpty();
    }
  }

  @Test
  void shouldShowWhatArrivedToThoseWhoseNetItIsAbout() {
    Observation arrived = observation("arrived", Tlp.AMBER);
    test.write(
        placed(version(arrived.objects().getFirst(), Tlp.AMBER, arrived), slot("r", 0, 0), 1));
    VersionQuery query = query(Of.OBSERVATIONS, Extent.ALL, Set.of(), Set.of(), 9);

    assertThat(
            test.store().versions().page(query, serves("198.51.0.0/16"), TestStore.LATER).items())
        .hasSize(1);
    assertThat(
            test.store().versions().page(query, serves("203.0.113.0/24"), TestStore.LATER).items())
        .isEmpty();
  }

  @Test
  void shouldTakeOutWhatIsPersonal() {
    StixObject mail = object("email-addr").put("value", "victim@example.com").build();
    StixObject address = object("ipv4-addr").put("value", "198.51.100.9").build();
    test.write(
        placed(observation("both", Tlp.GREEN, NOW, List.of(mail, address)), slot("r", 0, 0), 1),
        placed(observation("mail", Tlp.GREEN, NOW, List.of(mail)), slot("r", 0, 1), 2));
    VersionQuery query = query(Of.OBSERVATIONS, Extent.ALL, Set.of(), Set.of(), 9);

    assertThat(follow(query)).extracting(each -> each.shown().size()).containsExactly(3, 2);
    List<StoredVersion> seen =
        test.store().versions().page(query, networkFilter(), TestStore.LATER).items();
    assertThat(seen.stream().flatMap(each -> each.shown().stream()).map(StixObject::type))
        .containsExactly("observed-data", "ipv4-addr");
    assertThat(follow(query(Of.OBSERVATIONS, Extent.ALL, Set.of(mail.id()), Set.of(), 9)))
        .isEmpty();
  }

  @Test
  void shouldStartWhereTheReaderHasBeen() {
    PlacedFact first = placed(version(indicator("a", NOW), Tlp.GREEN), slot("r", 0, 0), 1);
    test.write(first, placed(version(indicator("b", NOW), Tlp.GREEN), slot("r", 0, 1), 2));
    VersionQuery later =
        new VersionQuery(
            Of.OBJECTS, Extent.ALL, Set.of(), Set.of(), null, null, first.added(), null, 9);

    assertThat(names(page(later).items())).containsExactly("b");
    assertThat(test.store().versions().page(later, TestStore.ALL, first.added()).items())
        .as("nothing above the horizon")
        .isEmpty();
  }

  private static SharingFilter networkFilter() {
    return SharingPolicy.knowledge(new Reader("siem", Set.of(Role.SUBSCRIBER), null));
  }

  private static SharingFilter serves(String block) {
    Constituency constituency = new Constituency(List.of(Cidr.parse(block)));
    return SharingPolicy.knowledge(
        new Reader(
            "focal-fr",
            Set.of(Role.FOCAL_POINT),
            "cert-fr",
            new Membership(Set.of(), constituency)));
  }

  private static VersionQuery query(
      Of of, Extent extent, Set<String> ids, Set<String> types, int limit) {
    return new VersionQuery(of, extent, ids, types, null, null, null, null, limit);
  }

  private Page<StoredVersion> page(VersionQuery query) {
    return test.store().versions().page(query, TestStore.ALL, TestStore.LATER);
  }

  private List<StoredVersion> follow(VersionQuery query) {
    List<StoredVersion> all = new ArrayList<>();
    VersionQuery next = query;
    Page<StoredVersion> page;
    do {
      page = page(next);
      all.addAll(page.items());
      next = next.goingOn(page.cursor());
    } while (page.more());
    return all;
  }

  private List<Instant> ends(End end, VersionQuery query, SharingFilter filter) {
    List<StoredVersion> some = test.store().versions().page(query, filter, TestStore.LATER).items();
    return test.store().versions().at(end, some, query, filter, TestStore.LATER).stream()
        .map(each -> each.object().modified().orElseThrow())
        .toList();
  }

  private static List<String> names(List<StoredVersion> versions) {
    return versions.stream().map(each -> each.object().text("name").orElse("")).toList();
  }
}
