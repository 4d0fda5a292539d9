package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
