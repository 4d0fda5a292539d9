package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Fetching;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class FeedsApiTest {
  private static final RequestPostProcessor LEAD = As.program("lea", Role.LEAD);
  private static final RequestPostProcessor ADMIN = As.program("ada", Role.ADMIN);
  private static final String SENSORS =
      """
      {"provider": "cert-xy", "feed": "xy", "way": "url", "url": "https://feeds.example.org/xy",
       "kind": "list", "format": "url-list", "tlp": "GREEN", "confidence": 80, "schedule": "PT1H",
       "licence": "ours", "documentation": "https://feeds.example.org/",
       "secret": {"header": "Authorization", "property": "tocsin.feeds.secrets.xy"}}
      """;
  private static final RequestPostProcessor ANALYST = As.program("alma", Role.ANALYST);

  @Autowired private MockMvc web;
  @Autowired private Fetching fetching;
  @Autowired private Judged judged;

  @AfterEach
  void clear() {
    fetching.run.clear();
    judged.clear();
  }

  @Test
  void shouldTellHowEachFeedFares() throws Exception {
    web.perform(get("/api/feeds").with(ANALYST))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.here", is(true)))
        .andExpect(jsonPath("$.items", hasSize(2)))
        .andExpect(jsonPath("$.items[0].name", is("osint")))
        .andExpect(jsonPath("$.items[0].state", is("failing")))
        .andExpect(jsonPath("$.items[0].lagSeconds", is(7500)))
        .andExpect(jsonPath("$.items[0].records", is(12431)))
        .andExpect(jsonPath("$.items[0].tlp", is("TLP:CLEAR")))
        .andExpect(jsonPath("$.items[1].state", is("off")));
    web.perform(get("/api/feeds").with(As.program("focal", Role.FOCAL_POINT)))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldPauseAndRunForLeadsAndAdminsAlone() throws Exception {
    act("osint", "pause", LEAD).andExpect(jsonPath("$.state", is("paused")));
    act("osint", "run", ADMIN).andExpect(status().isOk());
    act("osint", "resume", ANALYST).andExpect(status().isForbidden());
    act("osint", "resume", As.program("ines", Role.AUDITOR)).andExpect(status().isForbidden());
    act("osint", "resume", As.program("focal", Role.FOCAL_POINT)).andExpect(status().isNotFound());

    assertThat(fetching.run).containsExactly("osint");
    assertThat(judged.decided)
        .extracting(decision -> decision.made().command().action())
        .as("who paused is provable")
        .containsExactly("pause");
    act("osint", "resume", LEAD).andExpect(jsonPath("$.state", is("failing")));
  }

  @Test
  void shouldRefuseWhatMakesNoSense() throws Exception {
    act("none", "pause", LEAD).andExpect(status().isNotFound());
    act("osint", "explode", LEAD)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("action")));
    for (String action : List.of("run", "pause")) {
      act("urlhaus", action, LEAD)
          .andExpect(status().isConflict())
          .andExpect(jsonPath("$.detail", containsString("switched off")));
    }
  }

  @Test
  void shouldSwitchRemoveAndResetForAdminsAlone() throws Exception {
    for (String action : List.of("switch-on", "switch-off", "remove", "restore", "reset")) {
      act("urlhaus", action, LEAD).andExpect(status().isForbidden());
    }
    act("urlhaus", "switch-on", ADMIN)
        .andExpect(jsonPath("$.enabled", is(true)))
        .andExpect(jsonPath("$.version", is(1)));
    act("urlhaus", "remove", ADMIN).andExpect(jsonPath("$.state", is("removed")));
    act("urlhaus", "restore", ADMIN).andExpect(jsonPath("$.state", is("off")));
    act("urlhaus", "reset", ADMIN).andExpect(jsonPath("$.version", is(4)));
  }

  @Test
  void shouldTellHowTheOtherWaysInFare() throws Exception {
    web.perform(get("/api/feeds").with(ANALYST))
        .andExpect(jsonPath("$.ways", hasSize(2)))
        .andExpect(jsonPath("$.ways[0].way", is("push")))
        .andExpect(jsonPath("$.ways[0].state", is("open")))
        .andExpect(jsonPath("$.ways[0].taken", is(1204)))
        .andExpect(jsonPath("$.ways[0].refused", is(3)))
        .andExpect(jsonPath("$.ways[0].lastReceipt", is(Made.id(5).toString())))
        .andExpect(jsonPath("$.ways[1].way", is("folder")))
        .andExpect(jsonPath("$.ways[1].waiting", is(2)))
        .andExpect(jsonPath("$.ways[1].lastError", is("Reports can not be stored just now.")));
    web.perform(get("/api/feeds/ways/folder").with(ANALYST))
        .andExpect(jsonPath("$.state", is("failing")))
        .andExpect(jsonPath("$.version", is(0)));
    web.perform(get("/api/feeds/ways/mailbox").with(ANALYST)).andExpect(status().isNotFound());
    web.perform(get("/api/feeds/ways/push").with(As.program("focal", Role.FOCAL_POINT)))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldPauseAWayInByACommandForLeadsAndAdminsAlone() throws Exception {
    act("ways/push", "pause", ANALYST).andExpect(status().isForbidden());
    act("ways/push", "pause", As.program("focal", Role.FOCAL_POINT))
        .andExpect(status().isNotFound());
    act("ways/push", "switch-off", ADMIN)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("action")));
    assertThat(judged.decided).isEmpty();

    act("ways/push", "pause", LEAD)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state", is("paused")))
        .andExpect(jsonPath("$.version", is(1)));
    assertThat(judged.decided.getFirst().made().command().by().name()).isEqualTo("lea");
    web.perform(get("/api/feeds").with(ANALYST))
        .andExpect(jsonPath("$.ways[0].state", is("paused")))
        .andExpect(jsonPath("$.ways[1].state", is("failing")))
        .andExpect(jsonPath("$.items", hasSize(2)));
    web.perform(get("/feeds").with(As.person("lea", Role.LEAD)))
        .andExpect(content().string(containsString("Let go on: Sent in over HTTP")))
        .andExpect(content().string(containsString("Pause: Watched folder")));
    act("ways/push", "resume", ADMIN).andExpect(jsonPath("$.state", is("open")));
  }

  @Test
  void shouldSteerAWayInOnThePageAndSayWhereSomebodyWasFaster() throws Exception {
    web.perform(get("/feeds").with(As.person("alma", Role.ANALYST)))
        .andExpect(content().string(containsString("Watched folder")))
        .andExpect(content().string(containsString("1,204 submissions")))
        .andExpect(content().string(not(containsString("Pause: Watched folder"))));
    actOnPage("0").andExpect(redirectedUrl("/feeds"));
    actOnPage("0")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("role=\"alert\"")))
        .andExpect(content().string(containsString("feed/way.folder")));
    assertThat(judged.feeds()).extracting(Feed::name).containsExactly("way.folder");
  }

  private ResultActions actOnPage(String version) throws Exception {
    return web.perform(
        post("/feeds/ways/folder/actions")
            .param("action", "pause")
            .param("version", version)
            .with(As.person("lea", Role.LEAD))
            .with(csrf()));
  }

  @Test
  void shouldDefineANewFeedSwitchedOff() throws Exception {
    put("sensors", 0, SENSORS, LEAD).andExpect(status().isForbidden());
    put("sensors", 0, SENSORS, ADMIN)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state", is("off")))
        .andExpect(jsonPath("$.redefined", is(true)))
        .andExpect(jsonPath("$.shipped", is(false)))
        .andExpect(jsonPath("$.secret", is("tocsin.feeds.secrets.xy")));
    put("sensors", 0, SENSORS, ADMIN).andExpect(status().isConflict());
    act("sensors", "reset", ADMIN)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("No file")));
    web.perform(get("/api/feeds/sensors/definition").with(ANALYST))
        .andExpect(jsonPath("$.url", is("https://feeds.example.org/xy")));
    web.perform(get("/api/feeds/sensors/definition").with(As.program("f", Role.FOCAL_POINT)))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldNameEachKeyThatIsWrong() throws Exception {
    put("sensors", 0, "{\"provider\": \"x\", \"confidence\": 1}", ADMIN)
        .andExpect(status().is4xxClientError())
        .andExpect(jsonPath("$.detail", containsString("url: it is missing")))
        .andExpect(jsonPath("$.detail", containsString("schedule: it is missing")));
    put("Bad Name", 0, SENSORS, ADMIN).andExpect(status().isBadRequest());
    assertThat(judged.decided).isEmpty();
  }

  @Test
  void shouldTryADefinitionOnASampleAndKeepNothing() throws Exception {
    String body =
        """
        {"name": "sensors", "definition": %s, "sample": "http://bad.example.com/a\\nno address\\n"}
        """
            .formatted(SENSORS);
    test(body, ADMIN)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.accepted", is(1)))
        .andExpect(jsonPath("$.rejected", is(1)))
        .andExpect(jsonPath("$.records[0].verdict", is("accepted")))
        .andExpect(jsonPath("$.records[0].tlp", is("TLP:GREEN")))
        .andExpect(jsonPath("$.records[0].objects[0].type", is("observed-data")))
        .andExpect(jsonPath("$.records[1].reject.line", is(2)));
    test(body, LEAD).andExpect(status().isForbidden());
    test("{\"name\": \"osint\"}", ADMIN)
        .andExpect(jsonPath("$.guesses[0].sureness", greaterThan(0)))
        .andExpect(jsonPath("$.guesses[0].format", is("indicator-list")));
    test("{\"name\": \"osint\", \"sample\": \"\"}", ADMIN).andExpect(status().is4xxClientError());
    test("{\"name\": \"osint\", \"sampleBase64\": \"***\"}", ADMIN)
        .andExpect(jsonPath("$.parameter", is("sampleBase64")));
    test("{\"name\": \"osint\", \"sample\": \"%s\"}".formatted("x".repeat(1024 * 1024 + 1)), ADMIN)
        .andExpect(status().isContentTooLarge());
    assertThat(judged.decided).isEmpty();
  }

  @Test
  void shouldOfferOnThePageOnlyWhatTheReaderMayDo() throws Exception {
    web.perform(get("/feeds").with(As.person("alma", Role.ANALYST)))
        .andExpect(content().string(containsString("2 hours 5 minutes behind")))
        .andExpect(content().string(containsString("MISP feed, every 6 hours")))
        .andExpect(content().string(not(containsString("Fetch now"))));
    web.perform(get("/feeds").with(As.person("lea", Role.LEAD)))
        .andExpect(content().string(containsString("Fetch now")));
    web.perform(get("/feeds/urlhaus").with(As.person("lea", Role.LEAD)))
        .andExpect(content().string(containsString("Read its terms")))
        .andExpect(content().string(not(containsString("Fetch now"))))
        .andExpect(content().string(not(containsString("Switch on"))));
    web.perform(get("/feeds/urlhaus").with(As.person("ada", Role.ADMIN)))
        .andExpect(content().string(containsString("Switch on")));
  }

  @Test
  void shouldGoBackToThePageItWasAskedOn() throws Exception {
    web.perform(
            post("/feeds/osint/actions")
                .param("action", "pause")
                .param("list", "true")
                .with(As.person("lea", Role.LEAD))
                .with(csrf()))
        .andExpect(redirectedUrl("/feeds"));
    web.perform(get("/feeds/osint").with(As.person("lea", Role.LEAD)))
        .andExpect(content().string(containsString("Go on")));
  }

  private ResultActions put(String feed, int version, String definition, RequestPostProcessor who)
      throws Exception {
    String beside =
        "{\"commandId\": \"%s\", \"expectedVersion\": %d, ".formatted(UUID.randomUUID(), version);
    return web.perform(
        MockMvcRequestBuilders.put("/api/feeds/{name}", feed)
            .with(who)
            .contentType(MediaType.APPLICATION_JSON)
            .content(beside + definition.strip().substring(1)));
  }

  private ResultActions test(String body, RequestPostProcessor who) throws Exception {
    return web.perform(
        post("/api/feeds/test").with(who).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions act(String feed, String action, RequestPostProcessor who) throws Exception {
    return web.perform(
        post("/api/feeds/" + feed + "/actions")
            .with(who)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"action\": \"" + action + "\"}"));
  }
}
