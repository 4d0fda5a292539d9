package org.tocsin.web.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Made;

class IncidentsApiTest extends OnTwoIncidents {
  @Test
  void shouldListTheLastOpenedFirstPageByPage() throws Exception {
    String page =
        ask("/api/incidents?limit=1", ANALYST)
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.items[*].id", contains(second.toString())))
            .andExpect(jsonPath("$.more", is(true)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String cursor = JsonPath.read(page, "$.cursor");

    ask("/api/incidents?limit=1&cursor=" + cursor, ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains(first.toString())))
        .andExpect(jsonPath("$.items[0].queue", is("feeds")))
        .andExpect(jsonPath("$.items[0].type", is("c2-server")))
        .andExpect(jsonPath("$.items[0].state", is("new")))
        .andExpect(jsonPath("$.items[0].severity", is("high")))
        .andExpect(jsonPath("$.items[0].observed.count", is(2)))
        .andExpect(jsonPath("$.items[0].number", matchesPattern("2026-[0-9]{6}")));
  }

  @Test
  void shouldFindByEveryCondition() throws Exception {
    act(first, ANALYST, "assign", "'assignee': 'bert'").andExpect(status().isOk());
    act(first, ANALYST, "escalate", "").andExpect(status().isOk());
    act(first, ANALYST, "investigate", "").andExpect(status().isOk());
    for (String one :
        new String[] {
          "assignee=bert",
          "escalated=true",
          "state=investigating",
          "state=closed,investigating",
          "state=closed&state=investigating,waiting"
        }) {
      ask("/api/incidents?" + one, ANALYST)
          .andExpect(jsonPath("$.items[*].id", contains(first.toString())));
    }
    for (String both :
        new String[] {
          "queue=feeds",
          "severity=high",
          "type=c2-server",
          "type=malicious-code",
          "q=192.0.2.1",
          "state=open"
        }) {
      ask("/api/incidents?" + both, ANALYST).andExpect(jsonPath("$.items", hasSize(2)));
    }
    ask("/api/incidents?assignee=none", ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains(second.toString())));
    ask("/api/incidents?assignee=me", As.program("bert", Role.ANALYST))
        .andExpect(jsonPath("$.items[*].id", contains(first.toString())));
    ask("/api/incidents?country=SE", ANALYST).andExpect(jsonPath("$.items", empty()));
    for (String wrong :
        new String[] {"queue=x", "state=x", "severity=x", "country=x1", "type=x", "escalated=x"}) {
      ask("/api/incidents?" + wrong, ANALYST)
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.parameter", is(wrong.substring(0, wrong.indexOf('=')))));
    }
  }

  @Test
  void shouldBeFoundByIdAndByNumber() throws Exception {
    String number = number(first);

    ask("/api/incidents/" + number, ANALYST)
        .andExpect(jsonPath("$.id", is(first.toString())))
        .andExpect(jsonPath("$.related.continuedBy.id", is(second.toString())));
    ask("/api/incidents/" + second, ANALYST)
        .andExpect(jsonPath("$.related.continues[*].id", contains(first.toString())));
    ask("/api/incidents/" + Made.id(99), ANALYST).andExpect(status().isNotFound());
    ask("/api/incidents/NONSENSE", ANALYST).andExpect(status().isNotFound());
  }

  @Test
  void shouldBeWorkedOnFromNewToClosed() throws Exception {
    act(first, ANALYST, "acknowledge", "'expectedVersion': 1")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state", is("acknowledged")))
        .andExpect(jsonPath("$.assignee", is("alma")))
        .andExpect(jsonPath("$.version", is(2)));
    act(first, LEAD, "classify", "'type': 'phishing'")
        .andExpect(jsonPath("$.classification", is("fraud")));
    act(first, ANALYST, "add-observable", "'observable': {'type': 'ip', 'value': '192.0.2.9'}")
        .andExpect(jsonPath("$.observables[0].value", is("192.0.2.9")));
    act(first, ANALYST, "dismiss", "").andExpect(status().isBadRequest());
    act(first, ANALYST, "close", "").andExpect(jsonPath("$.state", is("closed")));
    act(first, ANALYST, "escalate", "")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", is("'escalate' is not possible: the incident is closed")));
  }

  @Test
  void shouldShowHowThingsStandToWhoeverLookedTooEarly() throws Exception {
    act(first, ANALYST, "acknowledge", "").andExpect(status().isOk());

    act(first, LEAD, "assign", "'assignee': 'leo', 'expectedVersion': 1")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.version", is(2)))
        .andExpect(jsonPath("$.current.state", is("acknowledged")))
        .andExpect(jsonPath("$.current.assignee", is("alma")))
        .andExpect(jsonPath("$.current.number", is(number(first))));
  }

  @Test
  void shouldAnswerARepeatedCommandWithItsFirstOutcome() throws Exception {
    String body = command("acknowledge", "'expectedVersion': 1");
    for (int twice = 0; twice < 2; twice++) {
      send("/api/incidents/" + first + "/actions", ANALYST, body)
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.version", is(2)));
    }
  }

  @Test
  void shouldBeMadeByHandOnceForEachCommand() throws Exception {
    String body =
        "{\"commandId\": \"%s\", \"title\": \"Strange mails\", \"tlp\": \"GREEN\"}"
            .formatted(Made.id(70));
    String made =
        send("/api/incidents", FRENCH, body)
            .andExpect(status().isCreated())
            .andExpect(header().string("Location", startsWith("/api/incidents/")))
            .andExpect(jsonPath("$.queue", is("reports")))
            .andExpect(jsonPath("$.reporter", is("focal-fr")))
            .andExpect(jsonPath("$.tlp", is("TLP:GREEN")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    send("/api/incidents", FRENCH, body)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.number", is(JsonPath.<String>read(made, "$.number"))));

    ask("/api/incidents?queue=reports", ANALYST).andExpect(jsonPath("$.items", hasSize(1)));
    send("/api/incidents", ANALYST, "{\"title\": \"Without an id\"}")
        .andExpect(status().isCreated());
    send("/api/incidents", ANALYST, "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", is("title: missing")));
    send("/api/incidents", AUDITOR, body).andExpect(status().isForbidden());
    send("/api/incidents", As.program("feed-1", Role.FEED), body).andExpect(status().isForbidden());
  }

  @Test
  void shouldAnswerEachOfManyOnItsOwn() throws Exception {
    String body =
        "[%s, %s, %s, %s]"
            .formatted(
                command("acknowledge", "'id': '" + first + "'"),
                command("acknowledge", "'id': '" + Made.id(99) + "'"),
                command("escalate", "'id': '" + number(second) + "', 'expectedVersion': 9"),
                command("escalate", "'id': '" + first + "'"));

    send("/api/incidents/actions", ANALYST, body)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[*].status", contains(200, 404, 409, 200)))
        .andExpect(jsonPath("$.items[0].incident.state", is("acknowledged")))
        .andExpect(jsonPath("$.items[2].problem.current.version", is(1)))
        .andExpect(jsonPath("$.items[3].incident.escalated", is(true)));
    send(
            "/api/incidents/actions",
            FRENCH,
            "[" + command("acknowledge", "'id': '" + first + "'") + "]")
        .andExpect(jsonPath("$.items[0].status", is(403)));
    send("/api/incidents/actions", ANALYST, "[]").andExpect(status().isBadRequest());
    send("/api/incidents/actions", ANALYST, "[7]")
        .andExpect(jsonPath("$.items[0].status", is(404)));
  }

  @Test
  void shouldMergeByNumberAndSplitAgain() throws Exception {
    act(first, ANALYST, "merge", "'incidents': ['" + number(second) + "']")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.observed.count", is(3)))
        .andExpect(jsonPath("$.related.merged[*].number", contains(number(second))));
    ask("/api/incidents/" + second, ANALYST)
        .andExpect(jsonPath("$.state", is("merged")))
        .andExpect(jsonPath("$.related.mergedInto.id", is(first.toString())));
    UUID into = Made.id(71);

    act(first, ANALYST, "split", "'observations': ['%s'], 'into': '%s'".formatted(Made.id(2), into))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.observed.count", is(2)));

    ask("/api/incidents/" + into + "/observations", ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains(Made.id(2).toString())));
    act(first, ANALYST, "unmerge", "'incident': '" + number(second) + "'")
        .andExpect(jsonPath("$.observed.count", is(2)));
    act(first, ANALYST, "merge", "'incidents': ['2026-999999']").andExpect(status().isNotFound());
  }

  @Test
  void shouldMoveOnlyWhatBelongsToItAndOnlyOnce() throws Exception {
    String foreign = "'observations': ['%s'], 'into': '%s'";
    act(first, ANALYST, "split", foreign.formatted(Made.id(77), Made.id(72)))
        .andExpect(status().isBadRequest());
    act(first, ANALYST, "split", foreign.formatted(Made.id(1), Made.id(73)))
        .andExpect(status().isOk());
    act(first, ANALYST, "split", foreign.formatted(Made.id(1), Made.id(74)))
        .andExpect(status().isBadRequest());
  }

  @Test
  void shouldEndTheWholeRow() throws Exception {
    act(second, ANALYST, "resolve", "").andExpect(jsonPath("$.state", is("resolved")));

    ask("/api/incidents/" + first, ANALYST).andExpect(jsonPath("$.state", is("resolved")));
  }

  @Test
  void shouldTellAllThatHappenedFromTheFirstRecordOn() throws Exception {
    act(first, ANALYST, "acknowledge", "");
    act(first, ANALYST, "comment", "'text': 'the usual suspects'");
    act(first, ANALYST, "link", "'incident': '" + second + "'");

    ask("/api/incidents/" + first + "/timeline", ANALYST)
        .andExpect(
            jsonPath("$.items[*].action", contains("open", "acknowledge", "comment", "link")))
        .andExpect(jsonPath("$.items[?(@.kind == 'observed')].count", contains(2)))
        .andExpect(jsonPath("$.items[?(@.kind == 'observed')].provider", contains("shadowserver")))
        .andExpect(
            jsonPath(
                "$.items[?(@.kind == 'observed')].receipts[0]",
                contains(Made.id(9_000).toString())))
        .andExpect(
            jsonPath("$.items[?(@.action == 'comment')].text", contains("the usual suspects")))
        .andExpect(jsonPath("$.items[?(@.action == 'comment')].actor", contains("alma")));
    ask("/api/incidents/" + second + "/timeline", ANALYST)
        .andExpect(jsonPath("$.items[?(@.action == 'link')].of", contains(first.toString())));
  }

  @Test
  void shouldSayWhereTheOutcomeWillBeWhileTheProjectorStandsStill() throws Exception {
    judged.stopped = true;

    act(first, ANALYST, "acknowledge", "")
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", startsWith("/api/commands/")));
  }

  private String number(UUID id) throws Exception {
    return JsonPath.read(body(ask("/api/incidents/" + id, ANALYST)), "$.number");
  }
}
