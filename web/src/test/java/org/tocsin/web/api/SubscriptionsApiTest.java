package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.MailConfirmation;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class SubscriptionsApiTest {
  private static final RequestPostProcessor FATOU =
      As.programOf("cert-sn", "fatou", Role.FOCAL_POINT);
  private static final RequestPostProcessor AWA = As.programOf("cert-sn", "awa", Role.FOCAL_POINT);
  private static final RequestPostProcessor MACHINE =
      As.programOf("cert-sn", "siem", Role.SUBSCRIBER);
  private static final RequestPostProcessor MARIE =
      As.programOf("cert-fr", "marie", Role.FOCAL_POINT);
  private static final RequestPostProcessor ANALYST = As.program("ana", Role.ANALYST);
  private static final RequestPostProcessor LEAD = As.program("lea", Role.LEAD);
  private static final UUID ID = Made.id(77);
  private static final String HOOK =
      """
      {"name": "Ours", "filter": {"about": ["warnings", "observations"], "types": ["c2-server"]},
       "channel": {"kind": "webhook", "address": "https://hooks.example.org/tocsin"}}
      """;

  @Autowired private MockMvc web;
  @Autowired private Judged judged;
  @Autowired private Kept kept;
  @Autowired private NodeSecret node;

  @AfterEach
  void clear() {
    judged.clear();
    kept.clear();
  }

  @Test
  void shouldMakeOneAndShowItsSecretToThoseWhoMayChangeIt() throws Exception {
    create(HOOK, FATOU)
        .andExpect(status().isCreated())
        .andExpect(header().string("location", "/api/subscriptions/" + ID))
        .andExpect(jsonPath("$.owner", is("fatou")))
        .andExpect(jsonPath("$.state", is("active")))
        .andExpect(jsonPath("$.filter.types[0]", is("malicious-code.c2-server")))
        .andExpect(jsonPath("$.channel.address", is("https://hooks.example.org/tocsin")))
        .andExpect(jsonPath("$.stormCap", is(100)))
        .andExpect(jsonPath("$.version", is(1)))
        .andExpect(jsonPath("$.secret", startsWith("whsec_")));
    ask(get(path()), AWA).andExpect(jsonPath("$.secret", startsWith("whsec_")));
    ask(get(path()), ANALYST).andExpect(jsonPath("$.secret").doesNotExist());
    assertThat(judged.now.values().toString()).as("secrets are not kept").doesNotContain("whsec_");
  }

  @Test
  void shouldHideOthersSubscriptions() throws Exception {
    create(HOOK, FATOU).andExpect(status().isCreated());

    for (RequestPostProcessor other : List.of(MACHINE, MARIE)) {
      ask(get(path()), other).andExpect(status().isNotFound());
      ask(put(path()), HOOK, other).andExpect(status().isNotFound());
      ask(post(path() + "/test"), "{}", other).andExpect(status().isNotFound());
      act("pause", other).andExpect(status().isNotFound());
      ask(delete(path()), other).andExpect(status().isNotFound());
      ask(get("/api/subscriptions"), other).andExpect(jsonPath("$.items", hasSize(0)));
      create(HOOK, other).andExpect(status().isNotFound());
    }
    for (RequestPostProcessor one : List.of(FATOU, AWA, ANALYST)) {
      ask(get("/api/subscriptions"), one).andExpect(jsonPath("$.items", hasSize(1)));
    }
  }

  @Test
  void shouldLetOnlyThoseSubscribeWhoseRolesSaySo() throws Exception {
    for (Role role : List.of(Role.FEED, Role.AUDITOR)) {
      create(HOOK, As.program("x", role)).andExpect(status().isForbidden());
    }
    create(HOOK, MACHINE).andExpect(status().isCreated());
  }

  @Test
  void shouldChangeNothingWhereTheSameIsSentAgain() throws Exception {
    String twice =
        HOOK.replaceFirst(
            "\\{", "{\"commandId\": \"%s\", \"id\": \"%s\", ".formatted(Made.id(78), ID));
    ask(post("/api/subscriptions"), twice, FATOU).andExpect(status().isCreated());
    ask(post("/api/subscriptions"), twice, FATOU)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.version", is(1)));
    create(HOOK, FATOU).andExpect(status().isConflict());
  }

  @Test
  void shouldPauseResumeAndRemove() throws Exception {
    create(HOOK, FATOU);
    act("pause", FATOU).andExpect(jsonPath("$.state", is("paused")));
    act("resume", LEAD).andExpect(jsonPath("$.state", is("active")));
    act("pause", ANALYST).andExpect(status().isForbidden());
    act("rotate", LEAD).andExpect(status().isForbidden());
    act("explode", FATOU)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("action")));
    ask(delete(path()), FATOU).andExpect(status().isNoContent());
    ask(get(path()), FATOU).andExpect(status().isNotFound());
    ask(get("/api/subscriptions"), ANALYST).andExpect(jsonPath("$.items", hasSize(0)));
  }

  @Test
  void shouldSignWithAnotherSecretAfterItWasChanged() throws Exception {
    String first = secret(create(HOOK, FATOU));
    String second = secret(act("rotate", FATOU));

    assertThat(second).startsWith("whsec_").isNotEqualTo(first);
    assertThat(secret(ask(get(path()), FATOU))).isEqualTo(second);
  }

  @Test
  void shouldLetAMailAddressWaitForItsReader() throws Exception {
    String mail =
        HOOK.replaceFirst(
            "\"channel\": .*", "\"channel\": {\"kind\": \"mail\", \"address\": \"a@b.example\"}}");
    create(mail, FATOU)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.state", is("unconfirmed")))
        .andExpect(jsonPath("$.secret").doesNotExist());
    Subscription made = judged.now.get(Subscription.ref(ID)).as(Subscription.class);
    String token =
        MailConfirmation.of(
            node, made, new Channel.Mail("a@b.example", false), Instant.now().minusSeconds(5));
    confirm("nothing", FATOU).andExpect(status().isConflict());
    confirm(token, MARIE).andExpect(status().isNotFound());
    ask(
            get("/subscriptions/" + ID + "?confirmation=" + token),
            As.personOf("cert-sn", "fatou", Role.FOCAL_POINT))
        .andExpect(content().string(containsString("This address is ours")));
    assertThat(judged.decided).as("opening a link changes nothing").hasSize(1);
    confirm(token, FATOU).andExpect(jsonPath("$.state", is("active")));
  }

  @Test
  void shouldNameTheFieldThatIsWrong() throws Exception {
    create(HOOK.replace("c2-server", "nothing"), FATOU)
        .andExpect(status().is4xxClientError())
        .andExpect(jsonPath("$.detail", startsWith("filter.types: 'nothing'")));
    create(HOOK.replace("https:", "ftp:"), FATOU)
        .andExpect(status().is4xxClientError())
        .andExpect(jsonPath("$.detail", containsString("channel.address: ")));
    assertThat(judged.decided).isEmpty();
  }

  @Test
  void shouldTellWhatWouldHaveBeenSentToWhoeverAsksAndNothingMore() throws Exception {
    observe(1, Tlp.GREEN);
    observe(2, Tlp.AMBER_STRICT);
    String asked =
        HOOK.replaceFirst("\\{", "{\"until\": \"%s\", ".formatted(Made.NOON.plusSeconds(86_400)));

    ask(post("/api/subscriptions/test"), asked, MACHINE)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.matched", is(1)))
        .andExpect(jsonPath("$.messages", is(1)))
        .andExpect(jsonPath("$.complete", is(true)))
        .andExpect(jsonPath("$.days", hasSize(31)))
        .andExpect(jsonPath("$.sample", hasSize(1)))
        .andExpect(jsonPath("$.sample[0].id", is(Made.id(1).toString())))
        .andExpect(jsonPath("$.sample[0].tlp", is("TLP:GREEN")));
    ask(post("/api/subscriptions/test"), asked, ANALYST).andExpect(jsonPath("$.matched", is(2)));
    String others = asked.replace("c2-server", "spam");
    ask(post("/api/subscriptions/test"), others, ANALYST).andExpect(jsonPath("$.matched", is(0)));
    String later = asked.replace(Made.NOON.plusSeconds(86_400).toString(), "2026-06-01");
    ask(post("/api/subscriptions/test"), later, ANALYST).andExpect(jsonPath("$.matched", is(0)));
    assertThat(judged.decided).as("nothing is made").isEmpty();
  }

  /** Otherwise the team would be shown what is never sent. */
  @Test
  void shouldShowTheTeamWhatTheOwnerWouldHaveGot() throws Exception {
    observe(1, Tlp.GREEN);
    observe(2, Tlp.AMBER_STRICT);
    create(HOOK, MACHINE);
    String until = "{\"until\": \"%s\"}".formatted(Made.NOON.plusSeconds(86_400));

    ask(post(path() + "/test"), until, ANALYST).andExpect(jsonPath("$.matched", is(1)));
    ask(post(path() + "/test"), until, MACHINE).andExpect(jsonPath("$.matched", is(1)));
  }

  private void observe(int number, Tlp tlp) {
    kept.observations.add(
        Made.observation(
            number,
            tlp,
            "feed-1",
            Rsit.C2_SERVER,
            Made.NOON,
            new RawLocation(Lane.BULK, 0, number)));
  }

  private ResultActions confirm(String token, RequestPostProcessor who) throws Exception {
    return ask(post(path() + "/confirmation"), "{\"token\": \"" + token + "\"}", who);
  }

  private static String path() {
    return "/api/subscriptions/" + ID;
  }

  private ResultActions create(String body, RequestPostProcessor who) throws Exception {
    String chosen = body.replaceFirst("\\{", "{\"id\": \"%s\", ".formatted(ID));
    return ask(post("/api/subscriptions"), chosen, who);
  }

  private ResultActions act(String action, RequestPostProcessor who) throws Exception {
    return ask(post(path() + "/actions"), "{\"action\": \"" + action + "\"}", who);
  }

  private ResultActions ask(
      MockHttpServletRequestBuilder request, String body, RequestPostProcessor who)
      throws Exception {
    return web.perform(request.with(who).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions ask(MockHttpServletRequestBuilder request, RequestPostProcessor who)
      throws Exception {
    return web.perform(request.with(who));
  }

  private static String secret(ResultActions answer) throws Exception {
    return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.secret");
  }
}
