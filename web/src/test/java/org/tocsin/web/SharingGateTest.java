package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tocsin.model.account.Account;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Attached;
import org.tocsin.web.fake.Carried;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Note;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists the exits from the running program and goes through each: whatever asks for data hands over
 * the filter of the sharing policy for the one who asks, and no other.
 */
@WebTest
class SharingGateTest {
  /** The journal is open to the team or not at all; there is nothing to filter. */
  private static final Set<String> JOURNAL =
      Set.of(
          "/api/journal",
          "/api/journal/verify",
          "/api/commands/{id}",
          "/journal",
          "/journal/more",
          "/journal/proof");

  /** They tell how much there is, and nothing of what. */
  private static final Set<String> PROOF = Set.of("/api/journal/verify", "/journal/proof");

  /** Of the directory everybody sees something: what, says the policy for each organisation. */
  private static final Set<String> DIRECTORY =
      Set.of(
          "/api/directory",
          "/api/directory/{id}",
          "/api/directory/{id}/actions",
          "/api/sharing-groups",
          "/api/sharing-groups/{id}",
          "/api/sharing-groups/{id}/actions",
          "/directory",
          "/directory/{id}",
          "/sharing-groups/{id}");

  /**
   * They are blank until they are asked with an id, which only those can who may change it; a blank
   * warning shows those who may write one whom it would reach.
   */
  private static final Set<String> FORMS =
      Set.of(
          "/organisation-form",
          "/subscription-form",
          "/sharing-group-form",
          "/feed-form",
          "/warnings/new",
          "/warnings/recipients");

  /**
   * Nothing comes of them until they are told of an incident, which they ask for as its page does.
   */
  private static final Set<String> COMMANDS =
      Set.of("/api/incidents/actions", "/incidents/actions", "/incidents/new");

  /** Feeds are shown to the team or not at all; there is nothing to filter. */
  private static final Set<String> FEEDS =
      Set.of(
          "/api/feeds",
          "/api/feeds/{name}",
          "/api/feeds/{name}/actions",
          "/api/feeds/{name}/definition",
          "/api/feeds/test",
          "/feeds",
          "/feeds/live",
          "/feeds/{name}",
          "/feeds/{name}/actions");

  /** Of these everybody sees some or none, as the policy says of each; there is no filter. */
  private static final Set<String> SUBSCRIPTIONS =
      Set.of(
          "/api/subscriptions",
          "/api/subscriptions/{id}",
          "/api/subscriptions/{id}/actions",
          "/api/subscriptions/{id}/test",
          "/api/subscriptions/{id}/confirmation",
          "/subscriptions/{id}/confirmation",
          "/subscriptions",
          "/subscriptions/{id}",
          "/subscriptions/{id}/actions",
          "/subscriptions/{id}/test");

  /** They ask with a filter once they are told what for; the leak test tells them. */
  private static final Set<String> DRY_RUNS =
      Set.of("/api/subscriptions/test", "/subscription-form/test");

  private static final String FEED = "feed-1";
  private static final String SECRET = "TOP-SECRET-SUBMISSION";

  private static final String ORGANISATION =
      """
      {"name": "Bank", "kind": "constituent", "contacts": [{"name": "%s", "phone": "123"}]}
      """
          .formatted(SECRET);
  private static final String GROUP = "{\"name\": \"%s\", \"owner\": \"bank\"}".formatted(SECRET);

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;
  @Autowired private Memberships memberships;
  @Autowired private Judged judged;
  @Autowired private Carried carried;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @BeforeEach
  void keep() {
    RawLocation raw = new RawLocation(Lane.BULK, 0, 5);
    streamed.records.put(raw, Made.raw(5, "shadowserver", "", Made.HEADER + SECRET + "\n", 1));
    kept.observations.add(Made.observation(105, Tlp.AMBER, FEED, Rsit.C2_SERVER, Made.NOON, raw));
    kept.objects.add(
        Made.object(
            5,
            Tlp.AMBER,
            FEED,
            "{\"type\":\"note\",\"id\":\"n\",\"abstract\":\"" + SECRET + "\"}"));
    kept.rejects.add(Made.reject(5, 0, FEED, 2L, "ip", RejectReason.BAD_VALUE));
    var receipt =
        Made.complete(Made.submission(5, FEED, Made.ORIGIN, SECRET, Made.NOON, 5), Account.NONE);
    kept.receipts.add(receipt);
    kept.unbalanced.add(receipt);
    judged.journal().append(Note.write(Made.id(5), SECRET, FEED));
    judged.journal().append(Made.put(Organisation.ref("bank"), ORGANISATION));
    judged.journal().append(Made.put(SharingGroup.ref("bank"), GROUP));
    new WarnedThings(judged).draft(5, Tlp.AMBER, "energy");
    carried.dead(Made.id(5), Made.id(5), FEED, "bank");
    judged.journal().append(incident());
    judged.journal().append(subscription());
    Actor analyst = new Actor("analyst", Set.of(Role.ANALYST), null);
    judged.journal().append(Attached.file(streamed, Made.id(7), Made.id(5), analyst, SECRET));
    streamed.submissions.put(receipt.submission().receipt(), receipt.submission());
  }

  @AfterEach
  void clear() {
    judged.clear();
    kept.clear();
    streamed.clear();
    carried.clear();
  }

  @Test
  void shouldPassThePolicyAtEveryExit() throws Exception {
    Map<String, HttpMethod> exits = exits();
    assertThat(exits).containsKeys("/api/observations", "/", "/rejects/{id}/redrive");
    exits.keySet().removeAll(JOURNAL);
    exits.keySet().removeAll(DIRECTORY);
    exits.keySet().removeAll(FORMS);
    exits.keySet().removeAll(COMMANDS);
    exits.keySet().removeAll(FEEDS);
    exits.keySet().removeAll(SUBSCRIPTIONS);
    exits.keySet().removeAll(DRY_RUNS);
    for (Map.Entry<String, HttpMethod> exit : exits.entrySet()) {
      for (Role role : EnumSet.allOf(Role.class)) {
        kept.filters.clear();
        String name = role.realmName();
        go(exit.getKey(), exit.getValue(), name, role);
        Reader reader = new Reader(name, Set.of(role), As.ORGANISATION).knownTo(memberships);
        assertThat(kept.filters)
            .as("%s as %s", exit.getKey(), name)
            .isNotEmpty()
            .isSubsetOf(filters(reader));
      }
    }
  }

  @Test
  void shouldOpenTheJournalToTheTeamAlone() throws Exception {
    assertThat(exits()).containsKeys(JOURNAL.toArray(String[]::new));
    for (String exit : JOURNAL) {
      for (Role role : EnumSet.allOf(Role.class)) {
        boolean shown = go(exit, HttpMethod.GET, "somebody-else", role).contains(SECRET);
        boolean team = new Reader("somebody-else", Set.of(role), null).isStaff();
        assertThat(shown).as("%s as %s", exit, role).isEqualTo(team && !PROOF.contains(exit));
      }
    }
  }

  @Test
  void shouldShowFeedsToTheTeamAlone() throws Exception {
    assertThat(exits()).containsKeys(FEEDS.toArray(String[]::new));
    for (String exit : FEEDS) {
      for (Role role : EnumSet.allOf(Role.class)) {
        HttpMethod method = exits().get(exit);
        boolean shown = go(exit, method, "somebody-else", role).contains("osint-provider");
        boolean team = new Reader("somebody-else", Set.of(role), null).isStaff();
        assertThat(shown)
            .as("%s as %s", exit, role)
            .isEqualTo(team && method.equals(HttpMethod.GET));
      }
    }
  }

  @Test
  void shouldShowTheDirectoryWholeToTheTeamAlone() throws Exception {
    assertThat(exits()).containsKeys(DIRECTORY.toArray(String[]::new));
    for (String exit : DIRECTORY) {
      for (Role role : EnumSet.allOf(Role.class)) {
        HttpMethod method = exits().get(exit);
        boolean shown = go(exit, method, "somebody-else", role).contains(SECRET);
        boolean team = new Reader("somebody-else", Set.of(role), null).isStaff();
        assertThat(shown)
            .as("%s as %s", exit, role)
            .isEqualTo(team && method.equals(HttpMethod.GET));
      }
    }
  }

  @Test
  void shouldShowOthersSubscriptionsToTheTeamAlone() throws Exception {
    assertThat(exits()).containsKeys(SUBSCRIPTIONS.toArray(String[]::new));
    for (String exit : SUBSCRIPTIONS) {
      for (Role role : EnumSet.allOf(Role.class)) {
        HttpMethod method = exits().get(exit);
        boolean shown = go(exit, method, "somebody-else", role).contains(SECRET);
        boolean team = new Reader("somebody-else", Set.of(role), null).isStaff();
        if (method.equals(HttpMethod.GET)) {
          assertThat(shown).as("%s as %s", exit, role).isEqualTo(team);
        } else {
          assertThat(shown && !team).as("%s as %s", exit, role).isFalse();
        }
      }
    }
  }

  @Test
  void shouldShowStrangersNothingOfWhatAFeedSentIn() throws Exception {
    for (Map.Entry<String, HttpMethod> exit : exits().entrySet()) {
      for (Role role : List.of(Role.FOCAL_POINT, Role.FEED, Role.SUBSCRIBER, Role.PEER)) {
        assertThat(go(exit.getKey(), exit.getValue(), "somebody-else", role))
            .as("%s as %s", exit.getKey(), role)
            .doesNotContain(SECRET, "\"id\":\"" + Made.id(105), "192.0.2.106");
      }
    }
  }

  @Test
  void shouldLeaveNothingOpenToThoseWhoDidNotSignIn() throws Exception {
    for (Map.Entry<String, HttpMethod> exit : exits().entrySet()) {
      kept.filters.clear();
      web.perform(request(exit.getValue(), path(exit.getKey()))).andReturn();
      assertThat(kept.filters).as(exit.getKey()).isEmpty();
    }
  }

  private static Command incident() {
    return new Command(
        Made.id(6),
        new Actor("analyst", Set.of(Role.ANALYST), null),
        Incident.ref(Made.id(5)),
        null,
        "create",
        EntityJson.MAPPER.createObjectNode().put("title", SECRET));
  }

  private static Command subscription() {
    String json =
        "{\"name\": \"%s\", \"filter\": {\"about\": [\"warnings\"]}, \"channel\": {\"kind\": \"portal\"}}"
            .formatted(SECRET);
    return new Command(
        Made.id(8),
        new Actor(FEED, Set.of(Role.SUBSCRIBER), "bank"),
        Subscription.ref(Made.id(5)),
        null,
        "put",
        (ObjectNode) EntityJson.MAPPER.readTree(json));
  }

  private Map<String, HttpMethod> exits() {
    return Exits.of(mappings);
  }

  private static Set<SharingFilter> filters(Reader reader) {
    return new HashSet<>(
        List.of(SharingPolicy.knowledge(reader), SharingPolicy.submissions(reader)));
  }

  private String go(String pattern, HttpMethod method, String name, Role role) throws Exception {
    var who =
        pattern.startsWith("/api/")
            ? As.programOf(As.ORGANISATION, name, role)
            : As.person(name, role);
    return web.perform(request(method, path(pattern)).with(who).with(csrf()))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static String path(String pattern) {
    if (pattern.contains("directory") || pattern.contains("sharing-groups")) {
      return pattern.replace("{id}", "bank");
    }
    String id =
        pattern.contains("rejects")
            ? Made.id(5) + "-0-0"
            : Made.id(pattern.contains("observations/{id}") ? 105 : 5).toString();
    return pattern
        .replace("{version}", "1")
        .replace("{delivery}", Made.id(5).toString())
        .replace("{attachment}", Made.id(7).toString())
        .replace("{name}", "osint")
        .replaceAll("\\{(id|receipt)}", id);
  }
}
