package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Made;

class IncidentSharingApiTest extends OnTwoIncidents {
  private static final RequestPostProcessor GERMAN =
      As.programOf("cert-de", "focal-de", Role.FOCAL_POINT);

  @Test
  void shouldTurnAwayThoseWhoMayNotBeforeTheyLearnAnything() throws Exception {
    act(first, AUDITOR, "acknowledge", "'expectedVersion': 7")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.current").doesNotExist());
    act(first, FRENCH, "acknowledge", "'expectedVersion': 7").andExpect(status().isForbidden());
    act(first, GERMAN, "acknowledge", "'expectedVersion': 7").andExpect(status().isNotFound());
    act(first, GERMAN, "message", "'text': 'hello'").andExpect(status().isNotFound());
    act(first, ANALYST, "create", "'title': 'x'").andExpect(status().isBadRequest());
    act(first, ANALYST, "open", "").andExpect(status().isBadRequest());
    send("/api/incidents/" + first + "/actions", ANALYST, "[]").andExpect(status().isBadRequest());
    send("/api/incidents/" + first + "/actions", ANALYST, "{}").andExpect(status().isBadRequest());
  }

  @Test
  void shouldTellOthersWhereItStandsAndNotHowTheTeamWorks() throws Exception {
    act(first, ANALYST, "acknowledge", "'text': 'SECRET'").andExpect(status().isOk());
    act(first, ANALYST, "comment", "'text': 'SECRET'").andExpect(status().isOk());
    act(first, ANALYST, "assign", "'assignee': 'SECRET'").andExpect(status().isOk());
    act(first, ANALYST, "link", "'incident': '" + second + "'").andExpect(status().isOk());
    act(first, ANALYST, "message", "'to': 'focal-de', 'text': 'SECRET'").andExpect(status().isOk());
    act(first, ANALYST, "message", "'to': 'focal-fr', 'text': 'please look'")
        .andExpect(status().isOk());
    act(first, FRENCH, "message", "'text': 'we did'").andExpect(status().isOk());
    act(first, ANALYST, "dismiss", "'reason': 'SECRET'").andExpect(status().isOk());

    for (String path : new String[] {"", "/timeline", "/messages", "/observations"}) {
      String shown = body(ask("/api/incidents/" + first + path, FRENCH).andExpect(status().isOk()));
      assertThat(shown).as(path).doesNotContain("SECRET", "\"assignee\"");
    }
    assertThat(body(ask("/api/incidents", FRENCH))).doesNotContain("SECRET", "escalated");
    ask("/api/incidents/" + first + "/timeline", FRENCH)
        .andExpect(
            jsonPath(
                "$.items[*].action",
                contains("open", "acknowledge", "message", "message", "dismiss")))
        .andExpect(jsonPath("$.items[*].actor", contains("alma", "focal-fr")));
    ask("/api/incidents/" + first + "/messages", FRENCH)
        .andExpect(jsonPath("$.items[*].text", contains("please look", "we did")));
    ask("/api/incidents/" + first + "/messages", ANALYST)
        .andExpect(jsonPath("$.items", hasSize(3)));
    ask("/api/incidents?assignee=SECRET", FRENCH)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("assignee")));
    ask("/api/incidents/" + first + "/messages", GERMAN).andExpect(status().isNotFound());
  }

  @Test
  void shouldShowOthersOnlyWhatTheyMaySeeOfWhatIsObserved() throws Exception {
    RawLocation raw = new RawLocation(Lane.BULK, 0, 5);
    kept.observations.add(
        Made.observation(200, Tlp.AMBER, "feed-1", Rsit.C2_SERVER, Made.NOON, raw));
    followed.episodes.put(first, Set.of(Made.id(0), Made.id(200)));

    ask("/api/incidents/" + first + "/observations", ANALYST)
        .andExpect(jsonPath("$.items", hasSize(2)));
    ask("/api/incidents/" + first + "/observations", FRENCH)
        .andExpect(jsonPath("$.items[*].id", contains(Made.id(0).toString())));
    ask("/api/incidents/" + first + "/timeline", FRENCH)
        .andExpect(jsonPath("$.items[?(@.kind == 'observed')].count", contains(1)))
        .andExpect(jsonPath("$.items[?(@.kind == 'observed')].receipts", empty()));
  }

  @Test
  void shouldBecomeVisibleToThoseItIsMadeKnownTo() throws Exception {
    ask("/api/incidents/" + first, GERMAN).andExpect(status().isNotFound());
    String red = body(send("/api/incidents", ANALYST, "{\"title\": \"a\", \"tlp\": \"RED\"}"));
    UUID id = UUID.fromString(JsonPath.read(red, "$.id"));
    ask("/api/incidents/" + id, GERMAN).andExpect(status().isNotFound());

    act(id, ANALYST, "notify", "'persons': ['focal-de']")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.audience.persons", contains("focal-de")));

    ask("/api/incidents/" + id, GERMAN)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.audience").doesNotExist())
        .andExpect(jsonPath("$.reporter").doesNotExist());
    act(id, GERMAN, "message", "'text': 'thank you'").andExpect(status().isOk());
    ask("/api/incidents/" + id, FRENCH).andExpect(status().isNotFound());
    ask("/api/incidents", GERMAN)
        .andExpect(jsonPath("$.items[*].id", hasItem(id.toString())))
        .andExpect(jsonPath("$.items[*].id", not(hasItem(first.toString()))));
  }

  @Test
  void shouldShowAMessageToAnOrganisationToItsPeople() throws Exception {
    act(first, ANALYST, "message", "'to': '" + As.ORGANISATION + "', 'text': 'to all of you'")
        .andExpect(status().isOk());

    ask("/api/incidents/" + first + "/messages", FRENCH)
        .andExpect(jsonPath("$.items[*].text", contains("to all of you")));
  }

  @Test
  void shouldNotCountForOthersWhatIsObservedOfWhatWasMergedIntoIt() throws Exception {
    ask("/api/incidents/" + first, FRENCH).andExpect(jsonPath("$.observed.count", is(2)));

    act(first, ANALYST, "merge", "'incidents': ['" + second + "']").andExpect(status().isOk());

    ask("/api/incidents/" + first, ANALYST).andExpect(jsonPath("$.observed.count", is(3)));
    ask("/api/incidents/" + first, FRENCH)
        .andExpect(jsonPath("$.observed.count", is(0)))
        .andExpect(jsonPath("$.observed.providers", empty()));
  }

  @Test
  void shouldWriteDownMessages() throws Exception {
    String path = "/api/incidents/" + first + "/messages";
    send(path, ANALYST, "{\"from\": \"the bank\", \"text\": \"help\"}").andExpect(status().isOk());
    send(path, FRENCH, "{\"text\": \"hello\"}").andExpect(status().isOk());

    ask(path, ANALYST)
        .andExpect(jsonPath("$.items[*].from", contains("the bank")))
        .andExpect(jsonPath("$.items[*].by", containsInAnyOrder("alma", "focal-fr")));
    send(path, ANALYST, "{\"text\": \"to whom?\"}").andExpect(status().isBadRequest());
    send(path, AUDITOR, "{\"text\": \"a\"}").andExpect(status().isForbidden());
  }
}
