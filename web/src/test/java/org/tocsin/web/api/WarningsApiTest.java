package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Carried;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class WarningsApiTest {
  private static final RequestPostProcessor ANALYST = As.program("analyst", Role.ANALYST);
  private static final RequestPostProcessor LEAD = As.program("lead", Role.LEAD);
  private static final RequestPostProcessor AUDITOR = As.program("auditor", Role.AUDITOR);
  private static final RequestPostProcessor FRENCH =
      As.programOf(As.ORGANISATION, "focal-fr", Role.FOCAL_POINT);
  private static final RequestPostProcessor GERMAN =
      As.programOf("cert-de", "focal-de", Role.FOCAL_POINT);
  private static final String AMBER =
      """
      "title": "Phishing", "summary": "Mail that asks for passwords.", "severity": "high",
      "type": "phishing", "tlp": "TLP:AMBER", "audience": {"groups": ["energy"]},
      "observables": [{"type": "domain", "value": "login.example"}], "incidents": ["%s"]
      """
          .formatted(Made.id(3));

  @Autowired private MockMvc web;
  @Autowired private Judged judged;
  @Autowired private Carried carried;

  @BeforeEach
  void fill() {
    for (String id : new String[] {"cert-fr", "cert-de"}) {
      judged
          .journal()
          .append(
              Made.put(
                  Organisation.ref(id),
                  "{\"name\": \"%s\", \"kind\": \"focal-point\", \"identities\": [\"focal-%s\"]}"
                      .formatted(id.toUpperCase(java.util.Locale.ROOT), id.substring(5))));
    }
    judged
        .journal()
        .append(
            Made.put(
                SharingGroup.ref("energy"),
                "{\"name\": \"Energy\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\"]}"));
  }

  @AfterEach
  void clear() {
    judged.clear();
  }

  @Test
  void shouldGoFromDraftToAcknowledged() throws Exception {
    String id = create(AMBER);
    ask("/api/warnings/" + id, ANALYST)
        .andExpect(jsonPath("$.state", is("draft")))
        .andExpect(jsonPath("$.version", is(1)))
        .andExpect(jsonPath("$.classification", is("fraud")))
        .andExpect(jsonPath("$.working.changedBy", contains("analyst")));
    act(id, ANALYST, "submit", 1, "").andExpect(jsonPath("$.state", is("in-review")));
    act(id, ANALYST, "approve", 2, hash(id)).andExpect(status().isForbidden());
    act(id, LEAD, "publish", 2, "").andExpect(status().isConflict());
    act(id, LEAD, "approve", 2, hash(id)).andExpect(jsonPath("$.working.approved", is(true)));
    act(id, LEAD, "publish", 3, "")
        .andExpect(jsonPath("$.state", is("published")))
        .andExpect(jsonPath("$.stix", is("report--" + id)))
        .andExpect(jsonPath("$.versions[0].approvedBy", is("lead")));

    send(post("/api/warnings/" + id + "/acknowledgements"), FRENCH, "{}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.acknowledged", is(true)));
    send(post("/api/warnings/" + id + "/acknowledgements"), FRENCH, "")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.acknowledgements", hasSize(1)));
    ask("/api/warnings/" + id + "/deliveries", ANALYST)
        .andExpect(jsonPath("$.reached", is(1)))
        .andExpect(jsonPath("$.items[0].organisation", is("cert-fr")))
        .andExpect(jsonPath("$.items[0].via", contains("Energy")))
        .andExpect(jsonPath("$.items[0].persons", contains("focal-fr")))
        .andExpect(jsonPath("$.items[0].state", is("waiting")))
        .andExpect(jsonPath("$.others[0].by", is("focal-fr")));
  }

  @Test
  void shouldNotLetAWarningTellOfWhatEverybodyHas() throws Exception {
    String id = create(AMBER);
    for (String value :
        new String[] {
          "192.168.1.1",
          "8.8.8.8",
          "2001:4860:4860::8888",
          "0.0.0.0/0",
          "8.8.8.0/24",
          "localhost",
          "router.lan",
          "co.uk"
        }) {
      String type = Character.isDigit(value.charAt(0)) ? "ip" : "domain";
      String content = AMBER.replace("domain", type).replace("login.example", value);
      send(
              post("/api/warnings"),
              ANALYST,
              "{\"commandId\": \"%s\", %s}".formatted(UUID.randomUUID(), content))
          .andExpect(status().is4xxClientError())
          .andExpect(jsonPath("$.detail", containsString("'" + value + "' is no indicator")));
      send(
              put("/api/warnings/" + id),
              ANALYST,
              "{\"commandId\": \"%s\", \"expectedVersion\": 1, %s}"
                  .formatted(UUID.randomUUID(), content))
          .andExpect(status().is4xxClientError())
          .andExpect(jsonPath("$.detail", containsString("is no indicator")));
    }
    ask("/api/warnings/" + id, ANALYST).andExpect(jsonPath("$.version", is(1)));
  }

  @Test
  void shouldShowWhatWasDeliveredAndHaveItTriedAgain() throws Exception {
    String id = published(AMBER);
    String dead = carried.dead(UUID.fromString(id), "focal-fr", "cert-fr").toString();
    ask("/api/warnings/" + id + "/deliveries", ANALYST)
        .andExpect(jsonPath("$.deliveries[0].recipient", is("focal-fr")))
        .andExpect(jsonPath("$.deliveries[0].channel", is("webhook")))
        .andExpect(jsonPath("$.deliveries[0].state", is("dead")))
        .andExpect(jsonPath("$.deliveries[0].reason", is("It answers with status 410.")))
        .andExpect(jsonPath("$.deliveries[0].replayable", is(true)));

    send(post("/api/deliveries/" + dead + "/replay"), ANALYST, "")
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", is("/api/warnings/" + id + "/deliveries")));

    ask("/api/warnings/" + id + "/deliveries?waiting=true", ANALYST)
        .andExpect(jsonPath("$.deliveries[0].state", is("queued")));
    send(post("/api/deliveries/" + dead + "/replay"), ANALYST, "").andExpect(status().isConflict());
    send(post("/api/deliveries/nonsense/replay"), ANALYST, "").andExpect(status().isNotFound());
    send(post("/api/warnings/" + id + "/acknowledgements"), FRENCH, "{}");
    ask("/api/warnings/" + id + "/deliveries", ANALYST)
        .andExpect(jsonPath("$.deliveries[0].state", is("acknowledged")))
        .andExpect(jsonPath("$.deliveries[0].acknowledgements[0].by", is("focal-fr")));
    ask("/api/warnings/" + id + "/deliveries?waiting=true", ANALYST)
        .andExpect(jsonPath("$.deliveries", hasSize(0)));
  }

  @Test
  void shouldWriteUrlsAndNetworksInTheirOneSpelling() throws Exception {
    String url = AMBER.replace("domain", "url").replace("login.example", "hxxps://A[.]Example:443");
    String network = AMBER.replace("domain", "ip").replace("login.example", "192.0.2.7/24");

    ask("/api/warnings/" + create(url), ANALYST)
        .andExpect(jsonPath("$.working.content.observables[0].value", is("https://a.example/")));
    ask("/api/warnings/" + create(network), ANALYST)
        .andExpect(jsonPath("$.working.content.observables[0].value", is("192.0.2.0/24")));
  }

  @Test
  void shouldTellReadersNothingButWhatIsForThem() throws Exception {
    String id = published(AMBER);
    String read =
        ask("/api/warnings/" + id, FRENCH)
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.title", is("Phishing")))
            .andExpect(jsonPath("$.audience.groups", contains("energy")))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(read)
        .doesNotContain("analyst", "lead", Made.id(3).toString(), "working", "\"version\":");
    ask("/api/warnings", FRENCH).andExpect(jsonPath("$.items[*].id", contains(id)));
    ask("/api/warnings?mine=true", FRENCH).andExpect(jsonPath("$.items", hasSize(1)));
    send(post("/api/warnings/" + id + "/acknowledgements"), FRENCH, "{\"version\": 1}");
    ask("/api/warnings?mine=true", FRENCH).andExpect(jsonPath("$.items", empty()));
  }

  @Test
  void shouldNotBeThereForThoseItIsNotFor() throws Exception {
    String id = published(AMBER);
    String command = change("approve", 99, ", \"hash\": \"x\"");

    ask("/api/warnings", GERMAN).andExpect(jsonPath("$.items", empty()));
    for (String path : new String[] {"", "/versions/1", "/deliveries"}) {
      ask("/api/warnings/" + id + path, GERMAN).andExpect(status().isNotFound());
    }
    send(post("/api/warnings/" + id + "/actions"), GERMAN, command)
        .andExpect(status().isNotFound());
    send(put("/api/warnings/" + id), GERMAN, command).andExpect(status().isNotFound());
    send(post("/api/warnings/" + id + "/acknowledgements"), GERMAN, "{\"version\": 7}")
        .andExpect(status().isNotFound());
    String missing = "/api/warnings/" + UUID.randomUUID();
    send(post(missing + "/actions"), ANALYST, command).andExpect(status().isNotFound());
  }

  @Test
  void shouldNotShowADraftToReadersWhoseConflictWouldTellOfIt() throws Exception {
    String id = published(AMBER);
    act(id, ANALYST, "update", 4, ", \"content\": {" + AMBER.replace("Phishing", "Secret") + "}")
        .andExpect(jsonPath("$.title", is("Phishing")))
        .andExpect(jsonPath("$.working.content.title", is("Secret")));

    for (String path : new String[] {"", "/versions/1", "?x=1"}) {
      assertThat(
              ask("/api/warnings/" + id + path, FRENCH)
                  .andReturn()
                  .getResponse()
                  .getContentAsString())
          .contains("Phishing")
          .doesNotContain("Secret");
    }
    ask("/api/warnings/" + id + "/versions/working", FRENCH).andExpect(status().isNotFound());
    String theirs = carried.dead(UUID.fromString(id), "focal-fr", "cert-fr").toString();
    String others = carried.dead(UUID.fromString(id), "focal-de", "cert-de").toString();
    ask("/api/warnings/" + id + "/deliveries", FRENCH)
        .andExpect(jsonPath("$.items", hasSize(0)))
        .andExpect(jsonPath("$.deliveries", hasSize(1)))
        .andExpect(jsonPath("$.deliveries[0].id", is(theirs)));
    send(post("/api/deliveries/" + theirs + "/replay"), FRENCH, "")
        .andExpect(status().isForbidden());
    send(post("/api/deliveries/" + others + "/replay"), FRENCH, "")
        .andExpect(status().isNotFound());
    ask("/api/warnings/" + id + "/deliveries", ANALYST)
        .andExpect(jsonPath("$.deliveries", hasSize(2)));
    send(post("/api/warnings/" + id + "/actions"), FRENCH, change("submit", 1, ""))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.current").doesNotExist());
    send(
            post("/api/warnings/" + id + "/actions"),
            FRENCH,
            change("acknowledge", 1, ", \"version\": 1"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.working").doesNotExist());
  }

  @Test
  void shouldSayWhatIsDifferentBetweenTwoVersions() throws Exception {
    String id = published(AMBER);
    String next = AMBER.replace("asks for passwords", "asks for card numbers");
    act(id, ANALYST, "update", 4, ", \"note\": \"Cards, too\", \"content\": {" + next + "}");
    ask("/api/warnings/" + id + "/versions/working?difference=", ANALYST)
        .andExpect(jsonPath("$.from", is("1")))
        .andExpect(jsonPath("$.difference[*].field", contains("summary")))
        .andExpect(jsonPath("$.difference[0].after", is("Mail that asks for card numbers.")));
    act(id, ANALYST, "submit", 5, "").andExpect(status().isOk());
    act(id, LEAD, "approve", 6, hash(id)).andExpect(status().isOk());
    act(id, LEAD, "publish", 7, "").andExpect(jsonPath("$.published", is(2)));

    ask("/api/warnings/" + id + "/versions/2?difference=1", FRENCH)
        .andExpect(jsonPath("$.difference[0].before", is("Mail that asks for passwords.")));
    ask("/api/warnings/" + id, FRENCH)
        .andExpect(jsonPath("$.versions[*].note", contains("Cards, too")))
        .andExpect(jsonPath("$.acknowledged", is(false)));
    ask("/api/warnings/" + id + "/versions/3", FRENCH).andExpect(status().isNotFound());
    ask("/api/warnings/" + id + "/versions/2?difference=x", FRENCH)
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldRefuseAnOldVersionAndShowTheTeamHowThingsStand() throws Exception {
    String id = create(AMBER);
    send(put("/api/warnings/" + id), ANALYST, edit(7, AMBER))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.version", is(1)));
    send(put("/api/warnings/" + id), ANALYST, edit(1, AMBER.replace("high", "low")))
        .andExpect(jsonPath("$.severity", is("low")));
    send(put("/api/warnings/" + id), AUDITOR, edit(2, AMBER)).andExpect(status().isForbidden());
  }

  @Test
  void shouldNameWhatIsWrong() throws Exception {
    send(post("/api/warnings"), ANALYST, edit(0, "\"title\": \"T\""))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", is("summary: missing")));
    send(post("/api/warnings"), ANALYST, "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("commandId")));
    send(post("/api/warnings"), FRENCH, edit(0, AMBER)).andExpect(status().isForbidden());
    send(post("/api/warnings"), ANALYST, edit(0, AMBER.replace("energy", "nobody")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", startsWith("audience.groups")));
    String id = create(AMBER);
    send(post("/api/warnings/" + id + "/actions"), ANALYST, "").andExpect(status().isBadRequest());
    act(id, ANALYST, "dance", 1, "").andExpect(status().isBadRequest());
    act(id, ANALYST, "create", 1, "").andExpect(status().isBadRequest());
    ask("/api/warnings?state=lost", ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("state")));
  }

  @Test
  void shouldGiveTheFirstAnswerToACommandThatIsRepeated() throws Exception {
    String body = "{\"commandId\": \"" + UUID.randomUUID() + "\", " + AMBER + "}";
    String first = id(send(post("/api/warnings"), ANALYST, body).andExpect(status().isCreated()));

    assertThat(id(send(post("/api/warnings"), ANALYST, body))).isEqualTo(first);
    ask("/api/warnings", ANALYST).andExpect(jsonPath("$.items", hasSize(1)));
  }

  @Test
  void shouldNarrowAndLinkTheTwoForThoseWhoSeeBoth() throws Exception {
    String id = published(AMBER.replace("TLP:AMBER", "GREEN"));
    UUID into = UUID.randomUUID();
    act(
            id,
            LEAD,
            "narrow",
            4,
            ", \"into\": \"%s\", \"tlp\": \"AMBER\", \"audience\": {\"groups\": [\"energy\"]}"
                .formatted(into))
        .andExpect(jsonPath("$.state", is("withdrawn")))
        .andExpect(jsonPath("$.replacedBy", is(into.toString())));

    ask("/api/warnings/" + id, FRENCH)
        .andExpect(jsonPath("$.state", is("withdrawn")))
        .andExpect(jsonPath("$.replacedBy", is(into.toString())));
    ask("/api/warnings/" + into, FRENCH).andExpect(jsonPath("$.replaces", is(id)));
    ask("/api/warnings/" + id, GERMAN)
        .andExpect(jsonPath("$.state", is("withdrawn")))
        .andExpect(jsonPath("$.replacedBy").doesNotExist());
    ask("/api/warnings/" + into, GERMAN).andExpect(status().isNotFound());
  }

  @Test
  void shouldNarrowFromAGroupToAMemberWithoutBeingToldHowTheySeeIt() throws Exception {
    String id = published(AMBER);
    String narrowing =
        ", \"into\": \"%s\", \"tlp\": \"AMBER\", \"audience\": {\"organisations\": [\"%s\"]}";
    act(id, LEAD, "narrow", 4, narrowing.formatted(UUID.randomUUID(), "cert-de"))
        .andExpect(status().isBadRequest());
    act(id, LEAD, "narrow", 4, narrowing.formatted(UUID.randomUUID(), "cert-fr"))
        .andExpect(jsonPath("$.state", is("withdrawn")));
  }

  @Test
  void shouldAnswerWithTheAddressOfTheOutcomeWhileNothingIsDecided() throws Exception {
    judged.stopped = true;
    send(post("/api/warnings"), ANALYST, edit(0, AMBER))
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", startsWith("/api/commands/")));
  }

  private String create(String content) throws Exception {
    return id(
        send(post("/api/warnings"), ANALYST, edit(0, content))
            .andExpect(status().isCreated())
            .andExpect(header().string("Location", startsWith("/api/warnings/"))));
  }

  private String published(String content) throws Exception {
    String id = create(content);
    act(id, ANALYST, "submit", 1, "").andExpect(status().isOk());
    act(id, LEAD, "approve", 2, hash(id)).andExpect(status().isOk());
    act(id, LEAD, "publish", 3, "").andExpect(status().isOk());
    return id;
  }

  private String hash(String id) throws Exception {
    String body =
        ask("/api/warnings/" + id, ANALYST).andReturn().getResponse().getContentAsString();
    String hash = JsonPath.read(body, "$.working.hash");
    return ", \"hash\": \"" + hash + "\"";
  }

  private static String id(ResultActions answer) throws Exception {
    return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.id");
  }

  private static String edit(int version, String content) {
    return "{\"commandId\": \"%s\", \"expectedVersion\": %d, %s}"
        .formatted(UUID.randomUUID(), version, content);
  }

  private static String change(String action, int version, String more) {
    return "{\"commandId\": \"%s\", \"action\": \"%s\", \"expectedVersion\": %d%s}"
        .formatted(UUID.randomUUID(), action, version, more);
  }

  private ResultActions act(
      String id, RequestPostProcessor who, String action, int version, String more)
      throws Exception {
    return send(post("/api/warnings/" + id + "/actions"), who, change(action, version, more));
  }

  private ResultActions ask(String path, RequestPostProcessor who) throws Exception {
    return web.perform(get(path).with(who));
  }

  private ResultActions send(
      MockHttpServletRequestBuilder request, RequestPostProcessor who, String body)
      throws Exception {
    return web.perform(request.with(who).contentType("application/json").content(body));
  }
}
