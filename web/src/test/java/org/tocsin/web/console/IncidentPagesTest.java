package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Followed;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class IncidentPagesTest {
  private static final RequestPostProcessor ANALYST = As.person("alma", Role.ANALYST);
  private static final RequestPostProcessor AUDITOR = As.person("aude", Role.AUDITOR);
  private static final RequestPostProcessor FRENCH = As.person("focal-fr", Role.FOCAL_POINT);
  private static final RequestPostProcessor GERMAN =
      As.personOf("cert-de", "focal-de", Role.FOCAL_POINT);

  @Autowired private MockMvc web;
  @Autowired private Judged judged;
  @Autowired private Kept kept;
  @Autowired private Followed followed;

  private UUID first;
  private UUID second;
  private UUID other;

  @BeforeEach
  void open() {
    RawLocation raw = new RawLocation(Lane.BULK, 0, 5);
    for (int n = 0; n < 30; n++) {
      kept.observations.add(
          Made.observation(n, Tlp.AMBER, "feed-1", Rsit.C2_SERVER, Made.NOON, raw));
    }
    first = Made.opened(judged, 1, "192.0.2.1", Tlp.AMBER);
    second = Made.opened(judged, 2, "192.0.2.1", Tlp.AMBER);
    other = Made.opened(judged, 9, "192.0.2.9", Tlp.AMBER);
    followed.episodes.put(first, Set.copyOf(IntStream.range(0, 30).mapToObj(Made::id).toList()));
  }

  @AfterEach
  void clear() {
    judged.clear();
    kept.clear();
    followed.clear();
  }

  @Test
  void shouldShowOneRowForIncidentsThatContinueEachOther() throws Exception {
    String page = body(ask("/incidents", ANALYST));

    assertThat(rows(page)).containsExactly(number(other), number(second));
    act(second, ANALYST, "close").andExpect(redirectedUrl("/incidents/" + number(second)));
    assertThat(rows(body(ask("/incidents", ANALYST)))).containsExactly(number(other));
    assertThat(rows(body(ask("/incidents?state=all", ANALYST)))).hasSize(3);
  }

  @Test
  void shouldShowWhatAMailSaysAsPlainTextToTheTeamAlone() throws Exception {
    StoredObservation one = kept.observations.getFirst();
    kept.observations.set(
        0,
        new StoredObservation(
            one.id(),
            one.slot(),
            one.origin(),
            "feed-1",
            "mail",
            one.observedAt(),
            one.collectedAt(),
            one.added(),
            Rsit.UNDETERMINED,
            "mail",
            Tlp.GREEN,
            one.raw(),
            one.start(),
            one.length(),
            List.of(
                one.objects().getFirst(),
                Made.stix(
                    """
                    {"type": "email-message", "spec_version": "2.1", "is_multipart": false,
                     "id": "email-message--72b7698f-10c2-565a-a2a6-b4996a2f2265",
                     "subject": "Help", "body": "See <script>alert(1)</script>"}
                    """))));
    UUID mails = Made.opened(judged, 20, "192.0.2.20", Tlp.GREEN);
    followed.episodes.put(mails, Set.of(one.id()));

    assertThat(body(ask("/incidents/" + number(mails), ANALYST)))
        .contains("See &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
    assertThat(body(ask("/incidents/" + number(mails), GERMAN))).doesNotContain("alert(1)");
  }

  @Test
  void shouldKnowWhatIsContinuedByARowOfThePartBefore() throws Exception {
    String page = body(ask("/incidents?limit=2", ANALYST));
    Matcher more = Pattern.compile("hx-get=\"(/incidents/more[^\"]+)\"").matcher(page);
    assertThat(more.find()).isTrue();

    String rows = body(ask(more.group(1).replace("&amp;", "&"), ANALYST));

    assertThat(rows(page)).containsExactly(number(other), number(second));
    assertThat(rows(rows)).isEmpty();
  }

  @Test
  void shouldLeaveTheQueueAloneUntilSomethingChanges() throws Exception {
    String page = body(ask("/incidents", ANALYST));
    Matcher poll = Pattern.compile("hx-get=\"(/incidents/live[^\"]+)\"").matcher(page);
    assertThat(poll.find()).isTrue();
    String address = poll.group(1).replace("&amp;", "&");
    ask(address, ANALYST).andExpect(status().isNoContent());

    Made.opened(judged, 20, "192.0.2.20", Tlp.AMBER);

    assertThat(rows(body(ask(address, ANALYST).andExpect(status().isOk())))).hasSize(3);
  }

  @Test
  void shouldTakeAndEscalateSeveralAtOnce() throws Exception {
    send(
            post("/incidents/actions")
                .param("action", "take")
                .param("commandId", Made.id(50).toString())
                .param("incident", second + ".1", other + ".1", Made.id(77) + ".1", "nonsense")
                .header("HX-Request", "true"),
            ANALYST)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Done with 2 incidents.")))
        .andExpect(content().string(containsString("not there any more")))
        .andExpect(content().string(not(containsString("<html"))));

    assertThat(incident(second).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(incident(other).assignee()).isEqualTo("alma");
    send(
            post("/incidents/actions").param("action", "escalate").param("incident", other + ".1"),
            ANALYST)
        .andExpect(content().string(containsString("changed by somebody else meanwhile")))
        .andExpect(content().string(containsString("<html")));
    send(post("/incidents/actions").param("action", "take"), ANALYST)
        .andExpect(content().string(containsString("Nothing was selected")));
    send(
            post("/incidents/actions").param("action", "take").param("incident", other + ".2"),
            AUDITOR)
        .andExpect(content().string(containsString("your roles do not include this")));
  }

  @Test
  void shouldOfferOnlyWhatIsPossibleAndOpenToTheReader() throws Exception {
    assertThat(offered(first, ANALYST))
        .contains("acknowledge", "investigate", "resolve", "comment", "message", "merge", "split")
        .doesNotContain("reopen", "unmerge", "take");
    assertThat(offered(first, AUDITOR)).isEmpty();
    assertThat(offered(first, FRENCH)).containsExactly("message");
    act(first, ANALYST, "close");
    assertThat(offered(first, ANALYST)).contains("reopen", "comment").doesNotContain("resolve");
    ask("/incidents/" + first, GERMAN).andExpect(status().isNotFound());
  }

  @Test
  void shouldDoWhatItsFormsSay() throws Exception {
    act(first, ANALYST, "set-severity", "severity", "critical");
    act(first, ANALYST, "classify", "type", "phishing");
    act(first, ANALYST, "assign", "assignee", "bert");
    act(first, ANALYST, "acknowledge");
    act(first, ANALYST, "take");
    act(first, ANALYST, "add-observable", "type", "url", "value", "https://evil.example/");
    act(first, ANALYST, "link", "incident", number(other));
    act(first, ANALYST, "notify", "persons", "focal-fr");
    act(first, ANALYST, "message", "direction", "to", "whom", "focal-fr", "text", "please look");
    act(first, ANALYST, "comment", "text", "a comment");
    act(first, ANALYST, "merge", "incident", number(second));
    act(first, ANALYST, "split", "observation", Made.id(3).toString(), "title", "Apart");

    Incident incident = incident(first);
    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(incident.type()).isEqualTo(Rsit.PHISHING);
    assertThat(incident.assignee()).isEqualTo("alma");
    assertThat(incident.observables()).hasSize(1);
    assertThat(incident.links()).contains(other).hasSize(2);
    assertThat(incident.merged()).containsExactly(second);
    assertThat(incident.excluded()).containsExactly(Made.id(3));
    ask("/incidents/" + first, ANALYST)
        .andExpect(content().string(containsString("https://evil.example/")))
        .andExpect(content().string(containsString("message to focal-fr")))
        .andExpect(content().string(containsString("a comment")))
        .andExpect(content().string(containsString("Apart")))
        .andExpect(content().string(containsString("/receipts/" + Made.id(9_000))));
    ask("/incidents/" + first, FRENCH)
        .andExpect(content().string(containsString("please look")))
        .andExpect(content().string(not(containsString("a comment"))))
        .andExpect(content().string(not(containsString("assigned"))))
        .andExpect(content().string(not(containsString("Apart"))))
        .andExpect(content().string(not(containsString("bert"))));
  }

  @Test
  void shouldSayWhyNothingWasDone() throws Exception {
    send(form(first, "dismiss", 1), ANALYST)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("reason: missing.")));
    act(first, ANALYST, "acknowledge");
    send(form(first, "resolve", 1), ANALYST)
        .andExpect(content().string(containsString("Somebody else changed it meanwhile")));
    send(form(first, "message", 1).param("text", "kept words"), ANALYST)
        .andExpect(content().string(containsString(">kept words</textarea>")));
    send(form(first, "acknowledge", 1), FRENCH).andExpect(status().isForbidden());
    send(form(first, "acknowledge", 1), GERMAN).andExpect(status().isNotFound());
    assertThat(incident(first).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
  }

  @Test
  void shouldDoNothingTwiceWhenAFormIsSentTwice() throws Exception {
    for (int twice = 0; twice < 2; twice++) {
      send(form(first, "comment", 1).param("text", "once"), ANALYST)
          .andExpect(redirectedUrl("/incidents/" + number(first)));
    }

    assertThat(judged.now.get(Incident.ref(first)).version()).isEqualTo(2);
  }

  @Test
  void shouldShowTheTimelineAnewOnlyWhenThereIsMore() throws Exception {
    for (RequestPostProcessor who : List.of(ANALYST, FRENCH)) {
      Matcher poll =
          Pattern.compile("hx-get=\"(/incidents/[^\"]+/life[^\"]+)\"")
              .matcher(body(ask("/incidents/" + first, who)));
      assertThat(poll.find()).isTrue();
      String address = poll.group(1).replace("&amp;", "&");
      ask(address, who).andExpect(status().isNoContent());

      act(first, ANALYST, "comment", "text", "something new " + who);

      ask(address, who)
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("It was changed meanwhile")));
    }
  }

  @Test
  void shouldGoOnThroughObservations() throws Exception {
    String page = body(ask("/incidents/" + first, ANALYST));
    Matcher more =
        Pattern.compile("hx-get=\"(/incidents/[^\"]+/observations[^\"]+)\"").matcher(page);
    assertThat(more.find()).isTrue();

    assertThat(body(ask(more.group(1).replace("&amp;", "&"), ANALYST)))
        .contains(Made.id(0).toString())
        .doesNotContain("Show more", "<html");
  }

  @Test
  void shouldBeMadeByHand() throws Exception {
    MockHttpServletRequestBuilder form =
        post("/incidents/new")
            .param("commandId", Made.id(60).toString())
            .param("title", "Strange mails")
            .param("tlp", "GREEN")
            .param("observables", "url https://evil.example/\nip 192.0.2.7\n");
    String address =
        send(form, FRENCH)
            .andExpect(status().isFound())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();

    ask(address, FRENCH)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("192.0.2.7")));
    send(post("/incidents/new").param("description", "kept"), ANALYST)
        .andExpect(content().string(containsString("title: missing.")))
        .andExpect(content().string(containsString(">kept</textarea>")));
    ask("/incidents/new", AUDITOR).andExpect(status().isForbidden());
    send(post("/incidents/new").param("title", "a"), AUDITOR).andExpect(status().isForbidden());
    ask("/incidents", AUDITOR)
        .andExpect(content().string(not(containsString("/incidents/new"))))
        .andExpect(content().string(not(containsString("data-key="))));
  }

  private ResultActions act(UUID id, RequestPostProcessor who, String action, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder form =
        form(id, action, judged.now.get(Incident.ref(id)).version());
    for (int at = 0; at < fields.length; at += 2) {
      form.param(fields[at], fields[at + 1]);
    }
    return send(form, who).andExpect(status().isFound());
  }

  private MockHttpServletRequestBuilder form(UUID id, String action, long version) {
    return post("/incidents/" + id + "/actions")
        .param("action", action)
        .param("commandId", Made.id(40).toString())
        .param("version", Long.toString(version));
  }

  private ResultActions send(MockHttpServletRequestBuilder request, RequestPostProcessor who)
      throws Exception {
    return web.perform(request.with(who).with(csrf()));
  }

  private ResultActions ask(String path, RequestPostProcessor who) throws Exception {
    return web.perform(get(URI.create(path)).with(who));
  }

  private static String body(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }

  private static List<String> rows(String page) {
    return Pattern.compile("data-incident=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  private Set<String> offered(UUID id, RequestPostProcessor who) throws Exception {
    return Pattern.compile("name=\"action\"[^>]* value=\"([^\"]+)\"")
        .matcher(body(ask("/incidents/" + id, who)))
        .results()
        .map(one -> one.group(1))
        .collect(Collectors.toSet());
  }

  private Incident incident(UUID id) {
    return judged.now.get(Incident.ref(id)).as(Incident.class);
  }

  private String number(UUID id) {
    return incident(id).number();
  }
}
