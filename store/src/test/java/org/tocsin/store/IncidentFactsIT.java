package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.IncidentSamples.decided;
import static org.tocsin.store.IncidentSamples.in;
import static org.tocsin.store.IncidentSamples.incident;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.TestStore.ALL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;

/** What is observed of incidents, whoever counts and whatever is decided meanwhile. */
@UseEngines(EngineKind.ELASTICSEARCH)
class IncidentFactsIT {
  private static final UUID A = id("A");
  private static final UUID B = id("B");
  private static final Instant OLD = Instant.parse("0001-01-01T00:00:00Z");

  private TestStore test;
  private int facts;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void shouldCountWhatIsThereWhenAnIncidentIsOpenedAndWhatComesLater() {
    observe(A, "one", Tlp.GREEN, NOW);
    decide(1, 1, incident("A").build());
    assertThat(facts(A))
        .isEqualTo(new IncidentFacts(1, NOW, NOW, List.of("example-provider"), Tlp.GREEN));

    PlacedFact red = fact(A, "two", Tlp.RED, NOW.minusSeconds(60));
    test.write(Samples.by(red, "x", new Origin("another-provider", "f")));
    test.store().recount().of(List.of(A));

    assertThat(facts(A))
        .isEqualTo(
            new IncidentFacts(
                2,
                NOW.minusSeconds(60),
                NOW,
                List.of("another-provider", "example-provider"),
                Tlp.RED));
    assertThat(find(A).tlp()).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldCountYearsThatCannotBeIndexedAsTheNearestThatCan() {
    observe(A, "long ago", Tlp.GREEN, OLD);
    decide(1, 1, incident("A").build());

    assertThat(facts(A).members()).isEqualTo(1);
    assertThat(facts(A).firstObserved()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void shouldPassOverWhatIsNotOpenYet() {
    observe(A, "one", Tlp.GREEN, NOW);
    test.store().recount().of(List.of(A));

    assertThat(test.store().incidents().find(A.toString(), ALL)).isEmpty();
    assertThat(test.store().decisions().now(List.of(Incident.ref(A)))).isEmpty();
  }

  @Test
  void shouldTightenWithADuplicate() {
    observe(A, "one", Tlp.GREEN, NOW);
    decide(1, 1, incident("A").marked(Tlp.CLEAR, "correlator", Audience.NOBODY).build());
    observe(A, "one", Tlp.RED, NOW);
    test.store().recount().of(List.of(A));

    assertThat(facts(A).members()).isEqualTo(1);
    assertThat(find(A).tlp()).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldHoldWhatItsPartsHoldAsLongAsTheyArePartOfIt() {
    observe(A, "one", Tlp.GREEN, NOW);
    observe(B, "two", Tlp.RED, NOW);
    decide(1, 1, incident("A").build());
    decide(2, 1, incident("B").build());
    decide(3, 2, incident("A").with(B).build(), incident("B").into(A).build());

    assertThat(facts(A).members()).isEqualTo(2);
    assertThat(find(A).tlp()).isEqualTo(Tlp.RED);
    assertThat(facts(B).members()).as("a part keeps what is its own").isEqualTo(1);
    assertThat(members(A)).containsExactlyInAnyOrder(id("one"), id("two"));

    observe(B, "three", Tlp.GREEN, NOW);
    test.store().recount().of(List.of(B));
    assertThat(facts(A).members()).as("what its part gets is its own too").isEqualTo(3);

    decide(4, 3, incident("A").build(), incident("B").build());
    assertThat(facts(A).members()).isEqualTo(1);
    assertThat(facts(B).members()).isEqualTo(2);
    assertThat(find(A).tlp()).isEqualTo(Tlp.AMBER);
  }

  @Test
  void shouldHoldWhatWasMovedIntoItAndNotWhatWasMovedOut() {
    observe(A, "one", Tlp.GREEN, NOW);
    observe(A, "two", Tlp.AMBER, NOW);
    decide(1, 1, incident("A").build());
    Incident left = incident("A").moved(Set.of(), Set.of(id("two"))).build();
    Incident split =
        incident("S")
            .in(Incident.REPORTS, IncidentSamples.AS64500, left.type())
            .moved(Set.of(id("two")), Set.of())
            .build();
    decide(2, 1, split, left);

    assertThat(members(A)).containsExactly(id("one"));
    assertThat(members(id("S"))).containsExactly(id("two"));
    assertThat(facts(A).members()).isEqualTo(1);
    assertThat(facts(id("S")).tlp()).isEqualTo(Tlp.AMBER);

    observe(A, "two", Tlp.RED, NOW);
    test.store().recount().of(List.of(A));
    assertThat(find(id("S")).tlp())
        .as("what was moved is tightened where it is")
        .isEqualTo(Tlp.RED);
    assertThat(find(A).tlp()).isEqualTo(Tlp.AMBER);
  }

  @Test
  void shouldShowOfItsObservationsWhatTheReaderMaySeeNewestFirstPageByPage() {
    for (int i = 0; i < 7; i++) {
      observe(A, "o" + i, i % 2 == 0 ? Tlp.CLEAR : Tlp.RED, NOW);
    }
    decide(1, 1, incident("A").build());
    StoredIncident found = find(A);

    List<UUID> read = new ArrayList<>();
    String cursor = null;
    Page<StoredObservation> page;
    do {
      page = test.store().incidents().observations(found, ALL, cursor, 3);
      page.items().forEach(item -> read.add(item.id()));
      cursor = page.cursor();
    } while (page.more());
    assertThat(read).hasSize(7).first().isEqualTo(id("o6"));
    assertThat(test.store().incidents().belonging(found, List.of(id("o1"), id("strange"))))
        .containsExactly(id("o1"));
    SharingFilter clear = ALL.upTo(Tlp.CLEAR);
    assertThat(test.store().incidents().observations(found, clear, null, 100).items()).hasSize(4);
  }

  @Test
  void shouldNameTheIncidentThatANewVersionHasLeft() {
    decide(1, 1, incident("A").build());
    decide(2, 1, incident("B").build());
    String object = version(A, NOW);
    assertThat(test.store().facts().incidentsOfVersions(List.of(object))).containsExactly(A);
    test.store().recount().of(List.of(A));
    assertThat(facts(A).members()).isEqualTo(1);

    version(B, NOW.plusSeconds(86_400));
    Set<UUID> touched = test.store().facts().incidentsOfVersions(List.of(object, "x--1"));
    test.store().recount().of(touched);

    assertThat(touched).containsExactlyInAnyOrder(A, B);
    assertThat(facts(A).members()).isZero();
    assertThat(facts(B).members()).isEqualTo(1);
  }

  private String version(UUID incident, Instant modified) {
    Observation observation = observation("seen", Tlp.GREEN, modified);
    StixObject data = observation.objects().getFirst();
    data.json().put("modified", StixTime.millis(modified));
    StixVersion version = Samples.version(data, Tlp.GREEN, observation);
    test.write(in(incident, placed(version, slot("v", facts++, 0), facts)));
    return data.id();
  }

  /** Two processes count while a third decides; whoever comes last has looked last. */
  @Test
  void shouldEndWithEverythingCountedAndDecidedWhoeverLosesARace() throws Exception {
    decide(1, 1, incident("A").build());
    decide(2, 1, incident("B").build());
    List<Callable<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 2; writer++) {
      int number = writer;
      ElasticsearchStore another = test.another();
      writers.add(() -> {
        for (int i = 0; i < 15; i++) {
          UUID incident = i % 2 == 0 ? A : B;
          String name = "r" + number + "-" + i;
          another.facts().write(List.of(fact(incident, name, Tlp.GREEN, NOW)));
          another.facts().makeVisible();
          another.recount().of(List.of(incident));
        }
        another.close();
        return null;
      });
    }
    writers.add(() -> {
      for (int i = 1; i <= 15; i++) {
        Severity severity = i % 2 == 0 ? Severity.HIGH : Severity.LOW;
        decide(
            2 + i,
            1 + i,
            i % 3 == 0
                ? incident("A").stands(IncidentState.NEW, severity, null, false).build()
                : incident("A").with(B).build(),
            i % 3 == 0 ? incident("B").build() : incident("B").into(A).build());
      }
      return null;
    });
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    }

    assertThat(find(A).version()).isEqualTo(16);
    assertThat(facts(A).members()).isEqualTo(16);
    assertThat(facts(B).members()).isEqualTo(14);
  }

  @Test
  void shouldBeTheSameAfterARebuild() {
    observe(A, "one", Tlp.GREEN, NOW);
    observe(B, "two", Tlp.RED, NOW);
    List<Decision> decisions =
        List.of(
            decided(1, 1, incident("A").build()),
            decided(2, 1, incident("B").build()),
            decided(3, 2, incident("A").with(B).build(), incident("B").into(A).build()));
    test.store().decisionWriter().write(decisions);
    Map<UUID, StoredIncident> before = test.store().incidents().now(List.of(A, B), ALL);

    NextGeneration next = test.store().rebuild().begin();
    next.facts().write(List.of(fact(B, "two", Tlp.RED, NOW), fact(A, "one", Tlp.GREEN, NOW)));
    next.facts().makeVisible();
    next.decisions().write(decisions);
    next.incidents().ofAll();
    next.holdWrites();
    next.swap();

    assertThat(before).hasSize(2);
    assertThat(test.store().incidents().now(List.of(A, B), ALL)).isEqualTo(before);
  }

  private void observe(UUID incident, String content, Tlp tlp, Instant when) {
    test.write(fact(incident, content, tlp, when));
  }

  private synchronized PlacedFact fact(UUID incident, String content, Tlp tlp, Instant when) {
    int number = facts++;
    return in(incident, placed(observation(content, tlp, when), slot("r", number, 0), number));
  }

  private void decide(long offset, long version, Incident... after) {
    test.store().decisionWriter().write(List.of(decided(offset, version, after)));
    test.store().decisionWriter().makeVisible();
  }

  private StoredIncident find(UUID id) {
    return test.store().incidents().find(id.toString(), ALL).orElseThrow();
  }

  private IncidentFacts facts(UUID id) {
    return find(id).facts();
  }

  private List<UUID> members(UUID id) {
    return test.store().incidents().observations(find(id), ALL, null, 100).items().stream()
        .map(StoredObservation::id)
        .toList();
  }
}
