package org.tocsin.alerts.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.Lifecycle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tocsin.alerts.AlertsConfiguration;
import org.tocsin.alerts.leak.Ports.Scene;
import org.tocsin.alerts.leak.Thing.Kind;
import org.tocsin.alerts.leak.Walk.Fault;
import org.tocsin.alerts.leak.Walk.Way;
import org.tocsin.alerts.sse.StillPulse;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;

/**
 * Walks every exit of TAXII, of the streams and of the feeds as everybody, over things that are
 * drawn by lot: zero things too many, zero too few. With the gate off at any single exit, it finds
 * something too much of all that the exit shows. A seed that failed is run again with {@code
 * -Dtocsin.leak.seed}; more of them with {@code -Dtocsin.leak.seeds}.
 */
class LeakTest {
  private static AnnotationConfigWebApplicationContext program;
  private static MockMvc web;
  private static Scene scene;

  private List<Thing> things;
  private Walk walk;

  static LongStream seeds() {
    Long again = Long.getLong("tocsin.leak.seed");
    int many = Integer.getInteger("tocsin.leak.seeds", 5);
    return again == null ? new Random().longs(many, 0, 1_000_000_000) : LongStream.of(again);
  }

  @BeforeAll
  static void start(@TempDir Path keys) {
    program = new AnnotationConfigWebApplicationContext();
    Map<String, Object> settings =
        Map.of("tocsin.publisher.signing-key", keys.resolve("signing.asc").toString());
    program
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("feeds", settings));
    program.setServletContext(new MockServletContext());
    program.register(AlertsConfiguration.class, StillPulse.class, Ports.class);
    program.refresh();
    program.getBean("releasePulse", Lifecycle.class).stop();
    web = MockMvcBuilders.webAppContextSetup(program).build();
    scene = program.getBean(Scene.class);
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private void draw(long seed) {
    scene.network = new Network(new Random(seed));
    scene.released.all.clear();
    scene.submissions.clear();
    things = new ArrayList<>(new Drawn(scene.network, scene.released).things());
    for (int i = 0; i < Network.SUBMITTERS.size(); i++) {
      submission(new UUID(5, i), Network.SUBMITTERS.get(i));
    }
    walk = new Walk(web, scene, things);
  }

  private void submission(UUID receipt, String submitter) {
    scene.submissions.add(
        new Submission(
            receipt,
            submitter,
            new Origin("north", "reports"),
            "file",
            "stix-2.1",
            Lane.BULK,
            null,
            Instant.EPOCH,
            Submission.State.SEALED,
            1,
            1,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            List.of(),
            null));
    String id = receipt.toString();
    things.add(new Thing(Kind.STATUS, id, id, who -> who.seesAllFrom(submitter), submitter));
  }

  @Test
  void shouldKnowWhatEveryExitShowsOrWhyNothing() {
    assertThat(exits()).hasSameElementsAs(Walk.exits());
  }

  @ParameterizedTest(name = "with seed {0}")
  @MethodSource("seeds")
  void shouldShowEverybodyExactlyWhatTheyMaySeeAtEveryExit(long seed) throws Exception {
    draw(seed);
    List<String> faults = new ArrayList<>();
    for (Onlooker who : scene.network.onlookers()) {
      for (String exit : exits()) {
        for (Way way : Way.values()) {
          walk.faults(exit, way, who)
              .forEach(fault -> faults.add(exit + " " + way + " as " + who + ": " + fault));
        }
      }
    }
    assertThat(faults).as("seed %d", seed).isEmpty();
  }

  /** Otherwise the test above could not fail. */
  @ParameterizedTest(name = "with seed {0}")
  @MethodSource("seeds")
  void shouldFindTooMuchOfAllAnExitShowsWhenItsGateAloneIsOff(long seed) throws Exception {
    draw(seed);
    for (String exit : exits()) {
      for (Way way : Way.values()) {
        scene.open = exit;
        List<Fault> faults = walk.faults(exit, way, Network.STRANGER);
        scene.open = null;
        assertTooMuchOf(hidden(exit, way), faults, exit + " " + way + ", seed " + seed);
        assertThat(walk.faults(exit, way, Network.STRANGER)).as("closed again: %s", exit).isEmpty();
      }
    }
  }

  /** As an exit would that asks the store for the team, and for what no machine is given. */
  @ParameterizedTest(name = "with seed {0}")
  @MethodSource("seeds")
  void shouldFindTooMuchOfAllTheStoreNarrowsWhenItDoesNot(long seed) throws Exception {
    draw(seed);
    for (String exit : exits()) {
      Set<Kind> narrowed = EnumSet.copyOf(Walk.COLLECTED);
      narrowed.add(Kind.TOLD_WARNING);
      narrowed.addAll(EnumSet.of(Kind.FED, Kind.LISTED, Kind.HASHED));
      narrowed.add(Kind.TOLD_INCIDENT);
      narrowed.removeAll(EnumSet.of(Kind.SENT, Kind.GROUPED));
      narrowed.retainAll(Walk.kinds(exit));
      scene.released.gateOff = true;
      List<Fault> faults = walk.faults(exit, Way.ALL, Network.STRANGER);
      scene.released.gateOff = false;
      assertTooMuchOf(narrowed, faults, exit + ", seed " + seed);
    }
  }

  /** Of every kind there is some version that is hidden; of the last ones there may be none. */
  private Set<Kind> hidden(String exit, Way way) {
    if (way == Way.ALL) {
      return Walk.kinds(exit);
    }
    Set<Kind> hidden = EnumSet.noneOf(Kind.class);
    things.stream()
        .filter(thing -> Walk.kinds(exit).contains(thing.kind()) && Walk.isShownLast(exit, thing))
        .filter(thing -> thing.seen().test(Scene.ALL_SEEING))
        .filter(thing -> !thing.seen().test(Network.STRANGER))
        .forEach(thing -> hidden.add(thing.kind()));
    return hidden;
  }

  private static void assertTooMuchOf(Set<Kind> kinds, List<Fault> faults, String where) {
    assertThat(faults)
        .as(where)
        .allMatch(Fault::tooMuch)
        .extracting(fault -> fault.thing().kind())
        .containsAll(kinds);
  }

  private static List<String> exits() {
    List<String> exits = new ArrayList<>();
    program
        .getBean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) ->
            mapping
                .getMethodsCondition()
                .getMethods()
                .forEach(one ->
                    mapping.getPatternValues().forEach(path -> exits.add(one + " " + path))));
    exits.sort(null);
    return exits;
  }
}
