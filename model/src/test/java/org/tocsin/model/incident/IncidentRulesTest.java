package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.incident.Desk.ANALYST;
import static org.tocsin.model.incident.Desk.FOCAL;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

class IncidentRulesTest {
  private static final UUID ID = UUID.fromString("0b9d6a54-1c1e-4a56-9a3b-0d2f6c1f7a10");

  /** What each action is told where nothing else matters. */
  private static final Map<String, String> DETAILS =
      Map.of(
          "dismiss", "{'reason': 'a test'}",
          "classify", "{'type': 'phishing'}",
          "set-severity", "{'severity': 'high'}",
          "comment", "{'text': 'seen'}",
          "message", "{'to': 'focal-fr', 'text': 'hello'}",
          "attach", AttachmentTest.details("'to': 'focal-fr'"),
          "add-observable", "{'observable': {'type': 'url', 'value': 'https://x.example/'}}",
          "notify", "{'persons': ['focal-fr']}",
          "split", "{'observations': ['%1$s'], 'into': '%1$s'}".formatted(UUID.randomUUID()),
          "create", "{'title': 'Another'}");

  private final Desk desk = new Desk();

  @Test
  void shouldBeMadeByHandWithWhatIsUsualWhereNothingIsSaid() {
    Incident incident = desk.done(ID, "create", "{'title': ' Strange mails '}");

    assertThat(incident.title()).isEqualTo("Strange mails");
    assertThat(incident.number()).isEqualTo("2026-004211");
    assertThat(incident.queue()).isEqualTo("reports");
    assertThat(incident.type()).isEqualTo(Rsit.UNDETERMINED);
    assertThat(incident.severity()).isEqualTo(Severity.LOW);
    assertThat(incident.state()).isEqualTo(IncidentState.NEW);
    assertThat(incident.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(incident.reporter()).isEqualTo("alma");
    assertThat(incident.network()).isEqualTo(Network.NONE);
    assertThat(incident.episode()).isNull();
    assertThat(incident.assignee()).isNull();
  }

  @Test
  void shouldBeMadeByHandWithAllThatIsSaid() {
    Incident incident =
        desk.done(
            ID,
            "create",
            """
            {'title': 'Theft', 'description': 'Two\\nlines', 'type': 'data-leak',
             'severity': 'critical', 'tlp': 'TLP:RED', 'country': 'fr', 'asn': 64496,
             'observables': [{'type': 'ip', 'value': '2001:DB8::1'},
                             {'type': 'domain', 'value': 'Evil.Example.'}]}
            """);

    assertThat(incident.description()).isEqualTo("Two\nlines");
    assertThat(incident.type()).isEqualTo(Rsit.DATA_LEAK);
    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(incident.tlp()).isEqualTo(Tlp.RED);
    assertThat(incident.network()).isEqualTo(new Network(64496L, null, null, "FR"));
    assertThat(incident.observables())
        .extracting(one -> one.json().path("value").asString())
        .containsExactly("2001:db8::1", "evil.example");
    assertThat(desk.act(ID, "create", "{'title': 'Again'}").refusal())
        .isEqualTo(Reason.WRONG_STATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: missing|{}",
        "title: must be one line|{'title': 'a\\nb'}",
        "type: must be|{'title': 'a', 'type': 'nonsense'}",
        "severity: one of|{'title': 'a', 'severity': 'awful'}",
        "tlp: one of|{'title': 'a', 'tlp': 'PURPLE'}",
        "country: a country|{'title': 'a', 'country': 'France'}",
        "ip: must be one address|{'title': 'a', 'ip': '192.0.2.0/24'}",
        "ip: at most one|{'title': 'a', 'ip': '192.0.2.1', 'domain': 'a.example'}",
        "observables[1]: url--|{'title': 'a', 'observables': "
            + "[{'type': 'url', 'value': 'u'}, {'type': 'url', 'value': 'u'}]}"
      })
  void shouldNameTheFieldThatIsWrongInOneMadeByHand(String expected) {
    String[] parts = expected.split("\\|", 2);

    Decision decision = desk.act(ID, "create", parts[1]);

    assertThat(decision.refusal()).isEqualTo(Reason.INVALID);
    assertThat(decision.reason()).startsWith(parts[0]);
  }

  @ParameterizedTest
  @EnumSource(IncidentAction.class)
  void shouldBeWorkedOnByAnalystsLeadsAndAdminsAlone(IncidentAction action) {
    Set<IncidentAction> outside =
        EnumSet.of(IncidentAction.CREATE, IncidentAction.MESSAGE, IncidentAction.ATTACH);
    for (Role role : Role.values()) {
      boolean may =
          EnumSet.of(Role.ANALYST, Role.LEAD, Role.ADMIN).contains(role)
              || role == Role.FOCAL_POINT && outside.contains(action);

      assertThat(action.isOpenTo(Set.of(role))).as("%s by %s", action, role).isEqualTo(may);
      if (!may) {
        Actor by = new Actor("somebody", Set.of(role), "cert-fr");
        String details = details(action.key(), desk.made(), desk.made());
        assertThat(
                desk.give(by, Incident.ref(desk.made()), action.key(), details.replace('\'', '"'))
                    .refusal())
            .isEqualTo(Reason.FORBIDDEN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(IncidentAction.class)
  void shouldDoWhatIsPossibleInAStateAndNothingElse(IncidentAction action) {
    for (IncidentState state : IncidentState.values()) {
      UUID id = desk.standing(state);
      if (action == IncidentAction.UNLINK && state != IncidentState.MERGED) {
        UUID other = desk.made();
        desk.done(id, "link", "{'incident': '%s'}".formatted(other));
        assertThat(desk.act(id, "unlink", "{'incident': '%s'}".formatted(other)).verdict())
            .isEqualTo(Verdict.APPLIED);
        continue;
      }
      if (action == IncidentAction.UNMERGE && state.isOpen()) {
        UUID other = desk.made();
        desk.done(id, "merge", "{'incidents': ['%s']}".formatted(other));
        assertThat(desk.act(id, "unmerge", "{'incident': '%s'}".formatted(other)).verdict())
            .isEqualTo(Verdict.APPLIED);
        continue;
      }
      String details = details(action.key(), desk.made(), UUID.randomUUID());

      Decision decision = desk.act(id, action.key(), details);

      if (action.isPossibleIn(state) && action != IncidentAction.UNMERGE) {
        assertThat(decision.reason()).as("%s in %s", action, state).isNull();
        assertThat(action.isPossibleFor(desk.incident(id))).isNotNull();
      } else {
        assertThat(decision.refusal()).as("%s in %s", action, state).isEqualTo(Reason.WRONG_STATE);
      }
    }
  }

  private static String details(String action, UUID other, UUID into) {
    return switch (action) {
      case "link", "unlink", "unmerge" -> "{'incident': '%s'}".formatted(other);
      case "merge" -> "{'incidents': ['%s']}".formatted(other);
      case "split" -> "{'observations': ['%s'], 'into': '%s'}".formatted(other, into);
      default -> DETAILS.getOrDefault(action, "{}");
    };
  }

  @Test
  void shouldGoFromNewToClosedAndBack() {
    UUID id = desk.made();

    assertThat(desk.done(id, "acknowledge", "{}").assignee()).isEqualTo("alma");
    assertThat(desk.done(id, "investigate", "{}").state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(desk.done(id, "wait", "{'reason': 'for the bank'}").state())
        .isEqualTo(IncidentState.WAITING);
    assertThat(desk.done(id, "investigate", "{}").state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(desk.done(id, "resolve", "{}").state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(desk.done(id, "close", "{}").state()).isEqualTo(IncidentState.CLOSED);
    assertThat(desk.done(id, "reopen", "{}").state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(desk.version(id)).isEqualTo(8);
  }

  @Test
  void shouldLeaveItToWhoeverHasItWhenSomebodyElseAcknowledges() {
    UUID id = desk.made();
    desk.done(id, "assign", "{'assignee': 'bert'}");

    assertThat(desk.done(id, "acknowledge", "{}").assignee()).isEqualTo("bert");
    assertThat(desk.done(id, "assign", "{}").assignee()).isNull();
  }

  @Test
  void shouldClassifyAndRate() {
    UUID id = desk.made();

    assertThat(desk.done(id, "classify", "{'type': 'ddos'}").type()).isEqualTo(Rsit.DDOS);
    assertThat(desk.done(id, "set-severity", "{'severity': 'critical'}").severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(desk.act(id, "classify", "{}").reason()).isEqualTo("type: missing");
    assertThat(desk.act(id, "set-severity", "{'severity': 'x'}").refusal())
        .isEqualTo(Reason.INVALID);
  }

  @Test
  void shouldBeEscalatedOnce() {
    UUID id = desk.made();

    assertThat(desk.done(id, "escalate", "{}").escalated()).isTrue();
    assertThat(desk.act(id, "escalate", "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldKeepWordsInTheJournalAlone() {
    UUID id = desk.made();
    Incident before = desk.incident(id);

    assertThat(desk.done(id, "comment", "{'text': 'seen'}")).isEqualTo(before);
    assertThat(desk.done(id, "message", "{'to': 'focal-fr', 'text': 'a'}")).isEqualTo(before);
    assertThat(desk.done(id, "message", "{'from': 'the bank', 'text': 'a'}")).isEqualTo(before);
    assertThat(desk.version(id)).isEqualTo(4);
    assertThat(desk.act(id, "comment", "{'text': ' '}").reason()).isEqualTo("text: missing");
    assertThat(desk.act(id, "comment", "{'text': '" + "a".repeat(10_001) + "'}").reason())
        .isEqualTo("text: longer than 10000 characters");
    assertThat(desk.act(id, "message", "{'text': 'a'}").reason()).startsWith("to: either");
    assertThat(desk.act(id, "message", "{'to': 'a', 'from': 'b', 'text': 'a'}").reason())
        .startsWith("to: either");
  }

  @Test
  void shouldHearFocalPointsInTheirOwnNameAlone() {
    UUID id = desk.made();

    assertThat(desk.give(FOCAL, Incident.ref(id), "message", "{\"text\": \"a\"}").verdict())
        .isEqualTo(Verdict.APPLIED);
    assertThat(
            desk.give(
                    FOCAL, Incident.ref(id), "message", "{\"text\": \"a\", \"from\": \"analyst\"}")
                .reason())
        .startsWith("to: your messages");
  }

  @Test
  void shouldBecomeKnownToThoseItIsSaidTo() {
    desk.directory();
    UUID id = desk.made();

    desk.done(id, "notify", "{'organisations': ['cert-fr'], 'groups': ['west']}");
    Incident incident =
        desk.done(id, "notify", "{'organisations': ['cert-de'], 'persons': ['focal-fr']}");

    assertThat(incident.audience())
        .isEqualTo(new Audience(Set.of("cert-fr", "cert-de"), Set.of("west"), Set.of("focal-fr")));
    assertThat(desk.act(id, "notify", "{'organisations': ['cert-xx']}").reason())
        .isEqualTo("organisations: no organisation 'cert-xx' is in the directory");
    assertThat(desk.act(id, "notify", "{'groups': ['east']}").reason()).startsWith("groups: ");
    assertThat(desk.act(id, "notify", "{'groups': ['A B']}").refusal()).isEqualTo(Reason.INVALID);
    assertThat(desk.act(id, "notify", "{}").reason()).startsWith("organisations: nobody");
    assertThat(desk.act(id, "notify", "{'persons': ['focal-fr']}").reason())
        .startsWith("organisations: nobody");
  }

  @Test
  void shouldEndWhatItContinues() {
    UUID first = desk.opened(1);
    UUID second = desk.opened(2);
    UUID third = desk.opened(3);
    desk.done(first, "close", "{}");
    String also = "{'reason': 'over', 'also': ['%s', '%s']}".formatted(first, second);

    assertThat(desk.done(third, "resolve", also).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(desk.incident(second).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(desk.incident(first).state()).isEqualTo(IncidentState.CLOSED);
    assertThat(desk.version(first)).isEqualTo(2);
  }

  @Test
  void shouldEndNothingElse() {
    UUID first = desk.opened(1);
    UUID third = desk.opened(3);
    UUID other = desk.made();

    assertThat(desk.act(third, "close", "{'also': ['%s']}".formatted(first)).reason())
        .startsWith("also: ");
    assertThat(desk.act(third, "close", "{'also': ['%s']}".formatted(other)).reason())
        .startsWith("also: ");
    assertThat(desk.act(third, "close", "{'also': ['%s']}".formatted(third)).reason())
        .startsWith("also: ");
    assertThat(desk.act(third, "close", "{'also': ['%s']}".formatted(ID)).refusal())
        .isEqualTo(Reason.NOT_FOUND);
    assertThat(desk.act(third, "dismiss", "{}").reason()).isEqualTo("reason: missing");
  }

  @Test
  void shouldRefuseWhatIsNoActionAndNoIncident() {
    assertThat(desk.act(ID, "acknowledge", "{}").refusal()).isEqualTo(Reason.NOT_FOUND);
    assertThat(desk.act(desk.made(), "praise", "{}").refusal()).isEqualTo(Reason.INVALID);
    assertThat(desk.give(ANALYST, Incident.ref(ID), "open", "{}").refusal())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(desk.give(Opening.CORRELATOR, Incident.ref(ID), "open", "{}").refusal())
        .isEqualTo(Reason.INVALID);
  }

  @Test
  void shouldLinkBothWays() {
    UUID one = desk.made();
    UUID other = desk.made();
    String link = "{'incident': '%s'}".formatted(other);

    assertThat(desk.done(one, "link", link).links()).containsExactly(other);
    assertThat(desk.incident(other).links()).containsExactly(one);
    assertThat(desk.act(one, "link", link).refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(desk.done(one, "unlink", link).links()).isEmpty();
    assertThat(desk.incident(other).links()).isEmpty();
    assertThat(desk.act(one, "unlink", link).refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(desk.act(one, "link", "{'incident': '%s'}".formatted(one)).reason())
        .isEqualTo("incident: it is this one itself");
    assertThat(desk.act(one, "link", "{}").reason()).isEqualTo("incident: missing");
  }
}
