package org.tocsin.web.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.web.fake.Carried;
import org.tocsin.web.fake.FakePorts;
import org.tocsin.web.fake.Followed;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Led;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;
import org.tocsin.web.leak.Thing.Kind;
import org.tocsin.web.leak.Walk.Fault;

/**
 * Walks every exit as everybody, over things that are drawn by lot: zero things too many, zero too
 * few. With the gate off at any single exit, it finds something too much of all that the exit
 * shows. A seed that failed is run again with {@code -Dtocsin.leak.seed}; more of them with {@code
 * -Dtocsin.leak.seeds}.
 */
@WebTest
class LeakTest {
  /** What the store's own answer is narrowed to. */
  private static final Set<Kind> FILTERED =
      EnumSet.of(
          Kind.OBSERVATION,
          Kind.BYTES,
          Kind.OBJECT,
          Kind.INCIDENT,
          Kind.REJECT,
          Kind.RECEIPT,
          Kind.ACCOUNT,
          Kind.WARNING);

  /** Of the things an exit for one can be asked with, everybody asks for so many. */
  private static final int ASKED = 2;

  private static final int ALL = Integer.MAX_VALUE;

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;
  @Autowired private Judged judged;
  @Autowired private Followed followed;
  @Autowired private Carried carried;
  @Autowired private Led led;
  @Autowired private KnownDirectory directory;
  @Autowired private FakePorts.Belonging belonging;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired
  @Qualifier("requestMappingHandlerAdapter")
  private RequestMappingHandlerAdapter adapter;

  private Network network;
  private List<Thing> things;
  private Walk walk;

  static LongStream seeds() {
    return seeds(3);
  }

  static LongStream seed() {
    return seeds(1);
  }

  private static LongStream seeds(int many) {
    Long again = Long.getLong("tocsin.leak.seed");
    int most = Integer.getInteger("tocsin.leak.seeds", many);
    return again == null ? new Random().longs(most, 0, 1_000_000_000) : LongStream.of(again);
  }

  private void draw(long seed) {
    Chance chance = new Chance(seed);
    belonging.said = directory;
    network = new Network(chance, judged);
    Records records = new Records(chance, network, kept, streamed);
    records.submissions(led);
    records.decisions(judged);
    records.feeds(judged);
    things = new ArrayList<>(network.things());
    things.addAll(records.things());
    things.addAll(
        new Cases(chance, network, records.observations(), judged, streamed, followed).things());
    things.addAll(new Warned(chance, network, judged, carried).things());
    things.addAll(new Subscribed(chance, network, judged).things());
    walk = new Walk(web, chance, things);
  }

  @AfterEach
  void clear() {
    belonging.said = null;
    judged.clear();
    kept.clear();
    streamed.clear();
    followed.clear();
    led.to.clear();
    carried.clear();
  }

  @Test
  void shouldKnowWhatEveryExitShowsOrWhyNothing() {
    Set<String> known = new TreeSet<>(Shown.exits());
    known.addAll(Shown.WITHOUT_GATE.keySet());
    assertThat(Exit.of(mappings)).extracting(Exit::toString).hasSameElementsAs(known);
    assertThat(Shown.exits()).doesNotContainAnyElementsOf(Shown.WITHOUT_GATE.keySet());
  }

  @ParameterizedTest(name = "with seed {0}")
  @MethodSource("seeds")
  void shouldShowEverybodyExactlyWhatTheyMaySeeAtEveryExit(long seed) throws Exception {
    draw(seed);
    List<String> faults = new ArrayList<>();
    for (Onlooker who : network.onlookers()) {
      for (Exit exit : Exit.of(mappings)) {
        walk.faults(exit, who, ASKED)
            .forEach(fault -> faults.add(exit + " as " + who + ": " + fault));
      }
    }
    assertThat(faults).as("seed %d", seed).isEmpty();
  }

  /** Otherwise the test above could not fail. */
  @ParameterizedTest(name = "with seed {0}")
  @MethodSource("seed")
  void shouldFindTooMuchOfAllAnExitShowsWhenItsGateAloneIsOff(long seed) throws Exception {
    draw(seed);
    for (Exit exit : Exit.of(mappings)) {
      List<Fault> faults;
      try (OpenDoor _ = new OpenDoor(exit, adapter)) {
        faults = walk.faults(exit, Network.STRANGER, ALL);
      }
      assertThat(faults)
          .as("%s, seed %d", exit, seed)
          .allMatch(Fault::tooMuch)
          .extracting(fault -> fault.thing().kind())
          .containsAll(hidden(exit));
    }
  }

  /** As an exit would that asks the store for the team. */
  @ParameterizedTest(name = "with seed {0}")
  @MethodSource("seed")
  void shouldFindTooMuchOfAllTheStoreNarrowsWhenItDoesNot(long seed) throws Exception {
    draw(seed);
    for (Exit exit : Exit.of(mappings)) {
      Set<Kind> filtered = hidden(exit);
      filtered.retainAll(FILTERED);
      streamed.submissions.clear();
      kept.gateOff = true;
      List<Fault> faults = walk.faults(exit, Network.STRANGER, ALL);
      kept.gateOff = false;
      assertThat(faults)
          .as("%s, seed %d", exit, seed)
          .allMatch(Fault::tooMuch)
          .extracting(fault -> fault.thing().kind())
          .containsAll(filtered);
    }
  }

  /** What the exit shows and there is something of that others may see and the stranger may not. */
  private Set<Kind> hidden(Exit exit) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    things.stream()
        .filter(thing -> Shown.by(exit).contains(thing.kind()))
        .filter(thing -> thing.seen().test(Network.ALL_SEEING))
        .filter(thing -> !thing.seen().test(Network.STRANGER))
        .forEach(thing -> kinds.add(thing.kind()));
    assertThat(kinds.isEmpty()).as("nothing to hide: %s", exit).isEqualTo(Shown.by(exit).isEmpty());
    return kinds;
  }
}
