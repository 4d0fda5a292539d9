package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.tlp.Tlp;

/** The streams of two processes of one node, as two focal points find them. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH, EngineKind.KEYCLOAK})
class StreamIT {
  private static final String INCIDENTS = "/api/stream/incidents";
  private static final long FRANCE = 64496;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static EngineAddresses engines;
  private static Program first;
  private static Program second;
  private static Deciding node;

  @BeforeAll
  static void start(EngineAddresses addresses) {
    engines = addresses;
    String prefix = Program.prefix();
    first = Program.process(engines, prefix, Deciding.Addressing.class);
    second = Program.process(engines, prefix, Deciding.Addressing.class);
    node = new Deciding(first);
    node.directory();
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
  }

  @Test
  void shouldTellEachReaderAtOnceOfWhatItMaySee() throws Exception {
    try (EventClient france = open(first, "focal-fr", null);
        EventClient germany = open(second, "focal-de", null)) {
      String amber = node.incident(Tlp.AMBER, FRANCE);
      String green = node.incident(Tlp.GREEN, FRANCE);

      await(() -> france.ids().contains(green) && germany.ids().contains(green));
      assertThat(france.ids()).containsSequence(amber, green);
      assertThat(germany.ids()).doesNotContain(amber);
      EventClient.Event event = germany.events().getLast();
      assertThat(event.type()).isEqualTo("changed");
      assertThat(event.data().path("type").asString()).isEqualTo("bundle");
      assertThat(event.data().path("objects").get(0).path("name").asString())
          .isEqualTo("C2 server in AS" + FRANCE);
    }
  }

  @Test
  void shouldResumeAtAnotherProcessWithoutAGapOrARepeat() throws Exception {
    List<String> written = new ArrayList<>();
    List<String> read = new ArrayList<>();
    String last;
    try (EventClient client = open(first, "focal-fr", null)) {
      last = client.lastId(); // it is cut off before the first event
    }
    assertThat(last).isNotEmpty();
    for (int round = 0; round < 6; round++) {
      for (int each = 0; each < 5; each++) {
        written.add(new Deciding(each % 2 == 0 ? first : second).openIncident(Tlp.AMBER, FRANCE));
      }
      try (EventClient client = open(round % 2 == 0 ? second : first, "focal-fr", last)) {
        await(() -> !client.events().isEmpty());
        List<EventClient.Event> seen = client.events();
        seen.forEach(event -> read.add(event.stixId()));
        last = seen.getLast().id();
      }
    }
    try (EventClient client = open(first, "focal-fr", last)) {
      await(() -> read.size() + client.ids().size() >= written.size());
      read.addAll(client.ids());
    }
    assertThat(read).filteredOn(written::contains).containsExactlyElementsOf(written);
    try (EventClient client = open(second, "focal-fr", null)) {
      String later = node.incident(Tlp.GREEN, FRANCE);
      await(() -> client.ids().contains(later));
      assertThat(client.ids()).as("from now on").doesNotContainAnyElementsOf(written);
    }
  }

  @Test
  void shouldAskThePolicyWithTheMembershipOfTheMoment() throws Exception {
    try (EventClient germany = open(first, "focal-de", null)) {
      String before = node.incident(Tlp.AMBER_STRICT, 64498);
      node.notify(before, "west");
      node.group("east", "cert-de");
      String after = node.incident(Tlp.AMBER_STRICT, 64498);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> first.bean(Memberships.class).of("cert-de").groups().contains("east"));
      node.notify(after, "east");
      await(() -> germany.ids().contains(after));
      assertThat(germany.ids()).doesNotContain(before);
    }
  }

  @Test
  void shouldShowThatItIsThereWhileNothingHappens() throws Exception {
    try (EventClient client = open(first, "subscriber-siem", null, "/api/stream/warnings")) {
      await(() -> client.comments() >= 1);
      assertThat(client.events()).isEmpty();
    }
  }

  @Test
  void shouldTurnAwayWhoIsUnknownAndWhatCannotBeRead() throws Exception {
    TaxiiClient focal = TaxiiClient.bearer(first.url(), engines.token("focal-fr"));
    Map<String, String> wrong = Map.of("Last-Event-ID", "nonsense", "Accept", "*/*");
    HttpResponse<String> unreadable = focal.send("GET", INCIDENTS, wrong, BodyPublishers.noBody());
    assertThat(unreadable.statusCode()).isEqualTo(400);
    assertThat(unreadable.body()).contains("Last-Event-ID");
    assertThat(TaxiiClient.bearer(first.url(), "wrong").get(INCIDENTS).statusCode()).isEqualTo(401);
  }

  private static EventClient open(Program program, String name, String last) throws Exception {
    return open(program, name, last, INCIDENTS);
  }

  private static EventClient open(Program program, String name, String last, String path)
      throws Exception {
    String authorization =
        name.startsWith("subscriber")
            ? EventClient.basic(name, name)
            : "Bearer " + engines.token(name);
    return EventClient.open(program.url() + path, authorization, last);
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).until(condition);
  }
}
