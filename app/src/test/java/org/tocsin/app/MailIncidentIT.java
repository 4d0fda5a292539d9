package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;

/** What people write to the desk, in the whole program. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class MailIncidentIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final EngineAddresses engines;
  private Program program;

  MailIncidentIT(EngineAddresses engines) {
    this.engines = engines;
  }

  @BeforeEach
  void begin() {
    program = Program.start(engines);
  }

  @AfterEach
  void end() {
    program.close();
  }

  @Test
  void shouldMakeOneIncidentOfAMailAndItsAnswersAndOfWhatNamesItsNumber() throws Exception {
    send(mail("Re: Our server speaks to strangers", "two", "In-Reply-To: <one@example.net>"));
    JsonNode incident = awaitQueue(1).get(0);
    assertThat(incident.path("title").asString()).isEqualTo("Our server speaks to strangers");
    assertThat(incident.path("queue").asString()).isEqualTo("reports");
    assertThat(incident.path("type").asString()).isEqualTo("undetermined");
    String number = incident.path("number").asString();

    send(mail("Our server speaks to strangers", "one", "X-Mailer: a"));
    awaitObserved(number, 2);
    send(
        mail("[" + number + "] from my other account", "three", "References: <foreign@x.example>"));
    awaitObserved(number, 3);
    send(mail("Re: from my other account", "four", "References: <foreign@x.example> <three@y>"));
    awaitObserved(number, 4);

    send(mail("[2026-999999] of somebody else", "five", "X-Mailer: a"));
    assertThat(awaitQueue(2))
        .extracting(one -> one.path("title").asString())
        .contains("[2026-999999] of somebody else");
    JsonNode texts = program.get("/api/incidents/" + number + "/observations");
    assertThat(texts.toString()).contains("This is the text of three.");
  }

  @Test
  void shouldMakeOneIncidentHoweverAProgramNamesWhatItAnswers() throws Exception {
    send(mail("Strange lights", "one", "X-Mailer: a"));
    String number = awaitQueue(1).get(0).path("number").asString();
    send(answer("two"));
    awaitObserved(number, 2);
    send(mail("Re: Strange lights", "three", "In-Reply-To: <two@example.net>"));
    send(mail("Re: Strange lights", "four", "References: <three@example.net>"));
    send(
        mail(
            "Re: Strange lights",
            "five",
            "References: <other@x> <one@example.net>\nIn-Reply-To: <one@example.net>"));
    awaitObserved(number, 5);
    send(mail("Re: " + number, "six", "X-Mailer: a"));
    send(mail("[Tocsin " + number + "] again", "seven", "X-Mailer: a"));
    awaitObserved(number, 7);
    assertThat(awaitQueue(1).get(0).path("number").asString()).isEqualTo(number);

    send(mail("Re: Suns", "eleven", "In-Reply-To: <ten@example.net>"));
    String early =
        awaitQueue(2)
            .valueStream()
            .map(one -> one.path("number").asString())
            .filter(one -> !one.equals(number))
            .findFirst()
            .orElseThrow();
    send(mail("Suns", "nine", "X-Mailer: a"));
    awaitQueue(3);
    send(mail("Re: Suns", "ten", "In-Reply-To: <nine@example.net>"));
    Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(links(early)).hasSize(1));
  }

  @Test
  void shouldMakeNoneOfWhatAnswersByItself() throws Exception {
    for (String field :
        List.of("Return-Path: <>", "Auto-Submitted: auto-replied", "X-Failed-Recipients: a@b.c")) {
      JsonNode account = send(mail("Re: yours", "bounce" + field.length(), field));
      assertThat(account.path("suppressed").asInt()).isEqualTo(1);
    }
    send(mail("A question", "question", "X-Mailer: a"));

    assertThat(awaitQueue(1))
        .extracting(one -> one.path("title").asString())
        .containsExactly("A question");
  }

  @Test
  void shouldReopenOnceForEachAnswerWhatWasDoneWithBeforeItCame() throws Exception {
    send(mail("Strange lights", "one", "X-Mailer: a"));
    String number = awaitQueue(1).get(0).path("number").asString();
    act(number, "acknowledge", "");
    act(number, "close", "");

    send(answer("two"));
    awaitState(number, "new");
    assertThat(incident(number).path("assignee").asString()).isEqualTo("analyst");
    awaitDecided(number, "reopen", 1);

    act(number, "close", "");
    assertThat(send(answer("two")).path("duplicate").asInt()).isEqualTo(1);
    String later = awaitTaken("later");
    assertThat(incident(number).path("state").asString()).isEqualTo("closed");

    send(answer("three"));
    awaitState(number, "new");
    awaitDecided(number, "reopen", 2);

    act(number, "dismiss", ", \"reason\": \"It was the moon.\"");
    send(answer("four"));
    awaitTaken("last");
    awaitObserved(number, 4);
    assertThat(incident(number).path("state").asString()).isEqualTo("dismissed");
    assertThat(incident(later).path("state").asString()).isEqualTo("new");
  }

  @Test
  void shouldReopenWhatTheExchangeIsPartOfAndLinkWhatALaterSubjectNames() throws Exception {
    send(mail("Strange lights", "one", "X-Mailer: a"));
    String number = awaitQueue(1).get(0).path("number").asString();
    String other = awaitTaken("other");
    String third = awaitTaken("third");
    String merged = incident(number).path("id").asString();
    act(other, "merge", ", \"incidents\": [\"" + merged + "\"]");
    act(other, "resolve", "");

    send(mail("Re: [" + third + "] Strange lights", "two", "References: <one@example.net>"));

    awaitState(other, "new");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(links(other)).containsExactly(third));
    awaitDecided(third, "link", 1);
    assertThat(links(third)).containsExactly(other);

    act(other, "unlink", ", \"incident\": \"" + third + "\"");
    send(mail("Re: [" + third + "] Strange lights", "three", "References: <one@example.net>"));
    awaitTaken("last");
    assertThat(links(other)).isEmpty();
  }

  @Test
  void shouldStandAsBeforeAfterARebuild() throws Exception {
    send(mail("Re: Strange lights", "two", "In-Reply-To: <one@example.net>"));
    String number = awaitQueue(1).get(0).path("number").asString();
    send(mail("Strange lights", "one", "X-Mailer: a"));
    send(mail("[" + number + "] from my other account", "three", "X-Mailer: a"));
    send(mail("Re: Strange lights", "late", "In-Reply-To: <two@example.net>"));
    awaitObserved(number, 4);
    act(number, "resolve", "");
    send(answer("four"));
    awaitState(number, "new");
    String other = awaitTaken("other");
    act(other, "close", "");
    send(mail("Re: [" + other + "] Strange lights", "five", "References: <one@example.net>"));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(links(number)).containsExactly(other));
    feed("lights");
    feed("moons");
    program.send("admin", "POST", "/api/feeds/moons/actions", "{\"action\": \"remove\"}");
    List<String> before = everything();

    Rebuilds.run(program);

    assertThat(everything()).containsExactlyElementsOf(before);
    send(answer("four"));
    awaitTaken("last");
    assertThat(incident(other).path("state").asString()).isEqualTo("closed");
    assertThat(decided(number, "reopen")).hasSize(1);
    act(number, "close", "");
    send(answer("six"));
    awaitState(number, "new");
  }

  /** What readers see of incidents and feeds. */
  private List<String> everything() throws Exception {
    List<String> all = new ArrayList<>();
    for (JsonNode one : program.get("/api/incidents?limit=100").path("items")) {
      String address = "/api/incidents/" + one.path("number").asString();
      all.add(one.toString());
      all.add(program.get(address).toString());
      all.add(program.get(address + "/observations").path("items").toString());
      all.add(program.get(address + "/timeline").path("items").toString());
    }
    assertThat(all).hasSizeGreaterThan(2);
    all.add(program.get("/api/feeds/lights").toString());
    all.add(program.get("/api/feeds/lights/definition").toString());
    all.add(program.get("/api/feeds/moons").toString());
    assertThat(all.getLast()).contains("removed");
    return all;
  }

  private void feed(String name) throws Exception {
    HttpResponse<String> answer =
        program.send(
            "admin",
            "PUT",
            "/api/feeds/" + name,
            """
            {"commandId": "%s", "expectedVersion": 0, "provider": "cert-xy", "feed": "%s",
             "way": "url", "url": "https://feeds.example.org/list", "kind": "list",
             "format": "url-list", "tlp": "GREEN", "confidence": 80, "schedule": "PT1H",
             "licence": "ours", "documentation": "https://feeds.example.org/"}
            """
                .formatted(UUID.randomUUID(), name));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Somebody writes of something else; the number of that, once all sent before it was taken. */
  private String awaitTaken(String subject) throws Exception {
    send(mail(subject, subject, "X-Mailer: a"));
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                program
                    .get("/api/incidents?queue=reports&limit=100")
                    .path("items")
                    .valueStream()
                    .filter(one -> one.path("title").asString().equals(subject))
                    .filter(one -> one.path("observed").path("count").asInt() == 1)
                    .map(one -> one.path("number").asString())
                    .findFirst()
                    .orElse(""),
            number -> !number.isEmpty());
  }

  private static String answer(String id) {
    return mail("Re: Strange lights", id, "References: <one@example.net>");
  }

  private void act(String number, String action, String more) throws Exception {
    HttpResponse<String> answer =
        program.send(
            "analyst",
            "POST",
            "/api/incidents/" + number + "/actions",
            "{\"commandId\": \"%s\", \"action\": \"%s\", \"expectedVersion\": %d%s}"
                .formatted(
                    UUID.randomUUID(), action, incident(number).path("version").asInt(), more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private JsonNode incident(String number) throws Exception {
    return program.get("/api/incidents/" + number);
  }

  private void awaitState(String number, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> incident(number).path("state").asString(), state::equals);
  }

  /** Who did that to it, each time. */
  /** The timeline is a search: it shows a decision a moment after the incident does. */
  private void awaitDecided(String number, String action, int times) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(decided(number, action))
                .hasSize(times)
                .allMatch(actor -> actor.equals("correlator")));
  }

  private List<String> decided(String number, String action) throws Exception {
    return program
        .get("/api/incidents/" + number + "/timeline")
        .path("items")
        .valueStream()
        .filter(one -> one.path("action").asString("").equals(action))
        .map(one -> one.path("actor").asString())
        .toList();
  }

  private List<String> links(String number) throws Exception {
    return incident(number)
        .path("related")
        .path("links")
        .valueStream()
        .map(one -> one.path("number").asString())
        .toList();
  }

  private JsonNode send(String mail) throws Exception {
    JsonNode accepted = Program.json(program.post("format=mail&provider=desk", mail));
    return program.awaitComplete(accepted.path("receipt").asString());
  }

  private JsonNode awaitQueue(int size) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> program.get("/api/incidents?queue=reports&state=open").path("items"),
            items -> items.size() == size);
  }

  private void awaitObserved(String number, int count) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> program.get("/api/incidents/" + number).path("observed").path("count").asInt(),
            now -> now == count);
  }

  private static String mail(String subject, String id, String field) {
    return """
    %s
    From: Ann <ann@example.net>
    To: desk@example.org
    Subject: %s
    Message-ID: <%s@example.net>
    Date: Fri, 20 Nov 2026 12:00:00 +0000

    This is the text of %s.
    """
        .formatted(field, subject, id, id);
  }
}
