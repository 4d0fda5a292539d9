package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.SharedThings.Kind;
import org.tocsin.web.SharedThings.Thing;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

/**
 * Walks every exit as every identity: zero things too many, zero too few. What is expected is
 * written down here once more, without the policy.
 */
@WebTest
class LeakTest {
  /**
   * What each exit shows. A new one has to be put down here, or the first test fails.
   *
   * @see #shouldKnowWhatEveryExitShows
   */
  private static final Map<String, Kind> SHOWN = new TreeMap<>();

  static {
    show(Kind.OBSERVATION, "/api/observations", "/api/observations/{id}");
    show(Kind.OBSERVATION, "/search", "/search/more");
    show(Kind.OBSERVATION, "/observations/{id}", "/observations/{id}/stix");
    show(Kind.BYTES, "/api/observations/{id}/raw");
    show(Kind.BYTES, "/observations/{id}/bytes", "/observations/{id}/raw");
    show(Kind.OBJECT, "/api/objects", "/objects", "/objects/more");
    show(Kind.INCIDENT, "/api/incidents/{id}/stix", "/incidents/{id}/stix");
    show(Kind.REJECT, "/api/rejects", "/api/rejects/{id}", "/api/rejects/{id}/raw");
    show(Kind.REJECT, "/rejects", "/rejects/more", "/rejects/{id}", "/rejects/{id}/raw");
    show(Kind.REJECT, "/api/rejects/{id}/redrive", "/rejects/{id}/redrive");
    show(Kind.RECEIPT, "/api/reports/{receipt}", "/", "/incoming");
    show(Kind.RECEIPT, "/receipts/{receipt}", "/receipts/{receipt}/account");
    show(Kind.ACCOUNT, "/api/accounting");
    show(Kind.FEED, "/api/feeds", "/api/feeds/{name}", "/api/feeds/{name}/actions");
    show(Kind.FEED, "/api/feeds/{name}/definition");
    show(Kind.DIRECTORY, "/api/feeds/test", "/feed-form");
    show(Kind.FEED, "/feeds", "/feeds/live", "/feeds/{name}", "/feeds/{name}/actions");
    show(Kind.WARNING, "/api/warnings", "/api/warnings/{id}", "/api/warnings/{id}/actions");
    show(Kind.PUBLISHED, "/api/warnings/{id}/versions/{version}");
    show(Kind.PUBLISHED, "/api/warnings/{id}/deliveries");
    show(Kind.WARNING, "/api/warnings/{id}/acknowledgements", "/warnings", "/warnings/live");
    show(Kind.WARNING, "/warnings/{id}", "/warnings/{id}/acknowledgement");
    show(Kind.WARNING, "/warnings/{id}/edit", "/warnings/{id}/text", "/warnings/{id}/review");
    show(Kind.WARNING, "/warnings/{id}/actions", "/warnings/{id}/end");
    show(Kind.PUBLISHED, "/warnings/{id}/board", "/warnings/{id}/board/live");
    show(Kind.DIRECTORY, "/warnings/new", "/warnings/recipients");
    show(Kind.DECISION, "/api/journal", "/journal", "/journal/more");
    show(Kind.COMMAND, "/api/commands/{id}");
    show(Kind.PROOF, "/api/journal/verify", "/journal/proof");
    show(Kind.DIRECTORY, "/api/directory", "/api/directory/{id}", "/api/directory/{id}/actions");
    show(Kind.DIRECTORY, "/api/sharing-groups", "/api/sharing-groups/{id}");
    show(Kind.DIRECTORY, "/api/sharing-groups/{id}/actions", "/sharing-groups/{id}");
    show(Kind.DIRECTORY, "/directory", "/directory/{id}");
    show(Kind.DIRECTORY, "/organisation-form", "/sharing-group-form");
    show(Kind.INCIDENT, "/api/incidents", "/api/incidents/{id}", "/api/incidents/{id}/actions");
    show(Kind.INCIDENT, "/api/incidents/{id}/timeline", "/api/incidents/{id}/observations");
    show(Kind.INCIDENT, "/api/incidents/{id}/messages", "/api/incidents/{id}/attachments");
    show(Kind.INCIDENT, "/incidents/{id}/attachments");
    show(Kind.FILE, "/api/incidents/{id}/attachments/{attachment}");
    show(Kind.FILE, "/incidents/{id}/attachments/{attachment}");
    show(Kind.ANSWER, "/api/incidents/actions", "/incidents/actions", "/incidents/new");
    show(Kind.INCIDENT, "/incidents", "/incidents/live", "/incidents/more", "/incidents/{id}");
    show(Kind.INCIDENT, "/incidents/{id}/observations", "/incidents/{id}/life");
    show(Kind.INCIDENT, "/incidents/{id}/actions");
  }

  private static void show(Kind kind, String... patterns) {
    for (String pattern : patterns) {
      SHOWN.put(pattern, kind);
    }
  }

  private record Identity(String name, Role role, String organisation) {
    boolean isStaff() {
      return List.of(Role.ANALYST, Role.LEAD, Role.ADMIN, Role.AUDITOR).contains(role);
    }

    boolean mayRead(Thing thing) {
      if (isStaff() || thing.submitter().equals(name)) {
        return true;
      }
      if (thing.kind() == Kind.WARNING || thing.kind() == Kind.PUBLISHED) {
        return mayReadWarning(thing);
      }
      if (!KNOWLEDGE.contains(thing.kind())) {
        return false;
      }
      boolean network = List.of(Role.FOCAL_POINT, Role.PEER, Role.SUBSCRIBER).contains(role);
      return switch (thing.tlp()) {
        case CLEAR -> true;
        case GREEN -> network;
        case AMBER ->
            network
                && role != Role.SUBSCRIBER
                && organisation.equals(As.ORGANISATION)
                && thing.home();
        case AMBER_STRICT, RED -> false;
      };
    }

    /** Those for somebody are for a group the organisation of the tests is in, or for focal-fr. */
    private boolean mayReadWarning(Thing thing) {
      boolean network = List.of(Role.FOCAL_POINT, Role.PEER, Role.SUBSCRIBER).contains(role);
      boolean named = network && role != Role.SUBSCRIBER && organisation.equals(As.ORGANISATION);
      return !thing.submitter().isEmpty()
          && switch (thing.tlp()) {
            case CLEAR -> true;
            case GREEN -> network;
            case AMBER, AMBER_STRICT -> named && thing.home();
            case RED -> role == Role.FOCAL_POINT && name.equals("focal-fr");
          };
    }

    boolean mayReadWhole(Thing thing) {
      return isStaff() || thing.submitter().equals(name);
    }
  }

  /** What is shared by its level. */
  private static final Set<Kind> KNOWLEDGE = Set.of(Kind.OBSERVATION, Kind.OBJECT, Kind.INCIDENT);

  /**
   * Open or shut as a whole: there is no filter that could be off. Files are shut by who sent them
   * to whom, even to those who see their incident.
   */
  private static final Set<Kind> UNFILTERED =
      Set.of(
          Kind.DECISION,
          Kind.COMMAND,
          Kind.PROOF,
          Kind.DIRECTORY,
          Kind.ANSWER,
          Kind.FILE,
          Kind.FEED);

  private static final Identity STRANGER = new Identity("feed-2", Role.FEED, As.ORGANISATION);
  private static final List<Identity> IDENTITIES =
      List.of(
          new Identity("analyst", Role.ANALYST, As.ORGANISATION),
          new Identity("lead", Role.LEAD, As.ORGANISATION),
          new Identity("admin", Role.ADMIN, As.ORGANISATION),
          new Identity("auditor", Role.AUDITOR, As.ORGANISATION),
          new Identity("focal-fr", Role.FOCAL_POINT, As.ORGANISATION),
          new Identity("second-fr", Role.FOCAL_POINT, As.ORGANISATION),
          new Identity("focal-de", Role.FOCAL_POINT, "CERT-DE demo"),
          new Identity("peer-north", Role.PEER, As.ORGANISATION),
          new Identity("subscriber-siem", Role.SUBSCRIBER, As.ORGANISATION),
          new Identity("feed-1", Role.FEED, As.ORGANISATION),
          STRANGER);

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;
  @Autowired private Judged judged;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private List<Thing> things;

  @BeforeEach
  void keep() {
    things = SharedThings.keep(kept, streamed, judged);
  }

  @AfterEach
  void clear() {
    judged.clear();
    kept.clear();
    streamed.clear();
  }

  @Test
  void shouldKnowWhatEveryExitShows() {
    assertThat(Exits.of(mappings).keySet()).isEqualTo(SHOWN.keySet());
  }

  @Test
  void shouldShowEveryIdentityExactlyWhatItMaySeeAtEveryExit() throws Exception {
    for (Map.Entry<String, HttpMethod> exit : Exits.of(mappings).entrySet()) {
      for (Identity identity : IDENTITIES) {
        assertThat(faults(exit, identity)).as("%s as %s", exit.getKey(), identity.name()).isEmpty();
      }
    }
  }

  /** Otherwise the test above could not fail. */
  @Test
  void shouldNoticeAGateThatIsOffAtAnySingleExit() throws Exception {
    Map<String, HttpMethod> exits = Exits.of(mappings);
    exits.keySet().removeIf(exit -> UNFILTERED.contains(SHOWN.get(exit)));
    for (Map.Entry<String, HttpMethod> exit : exits.entrySet()) {
      streamed.submissions.clear();
      kept.gateOff = true;
      List<String> faults = faults(exit, STRANGER);
      kept.gateOff = false;
      assertThat(faults)
          .as(exit.getKey())
          .isNotEmpty()
          .allSatisfy(fault -> assertThat(fault).startsWith("too much"));
    }
  }

  private List<String> faults(Map.Entry<String, HttpMethod> exit, Identity identity)
      throws Exception {
    List<String> faults = new ArrayList<>();
    List<Thing> shown =
        things.stream().filter(thing -> thing.kind() == SHOWN.get(exit.getKey())).toList();
    boolean single = exit.getKey().contains("{");
    String all = single ? "" : go(exit, "", identity).getContentAsString();
    for (Thing thing : shown) {
      String answer = all;
      boolean visible = all.contains(thing.mark());
      if (single) {
        MockHttpServletResponse response = go(exit, thing.id(), identity);
        answer = response.getContentAsString();
        visible = response.getStatus() != 404;
      }
      if (visible != identity.mayRead(thing)) {
        faults.add((visible ? "too much: " : "too little: ") + thing);
      }
      if (!thing.personal().isEmpty()
          && answer.contains(thing.personal())
          && !identity.mayReadWhole(thing)) {
        faults.add("too much, personal: " + thing);
      }
    }
    return faults;
  }

  private MockHttpServletResponse go(
      Map.Entry<String, HttpMethod> exit, String id, Identity identity) throws Exception {
    String pattern = exit.getKey();
    var who =
        pattern.startsWith("/api/")
            ? As.programOf(identity.organisation(), identity.name(), identity.role())
            : As.personOf(identity.organisation(), identity.name(), identity.role());
    String path = pattern.replace("{version}", "1").replaceAll("\\{[a-z]+}", id);
    return web.perform(request(exit.getValue(), path).with(who).with(csrf()))
        .andReturn()
        .getResponse();
  }
}
