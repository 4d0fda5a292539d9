package org.tocsin.web.leak;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Made;
import org.tocsin.web.leak.Thing.Kind;

/** Asks exits, and compares what comes with what may. */
final class Walk {
  /** Exits for one of many things that are asked with a parameter. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "GET /feed-form", "name",
          "GET /organisation-form", "id",
          "GET /subscription-form", "id",
          "GET /sharing-group-form", "id",
          "POST /sharing-group-form", "id");

  private final MockMvc web;
  private final Chance chance;
  private final List<Thing> things;

  /** What of each exit showed somebody whole. */
  private final Map<String, Set<Thing>> whole = new HashMap<>();

  /** Too much or too little. */
  record Fault(boolean tooMuch, String what, Thing thing) {
    @Override
    public String toString() {
      return "too " + (tooMuch ? "much" : "little") + what + ": " + thing;
    }
  }

  Walk(MockMvc web, Chance chance, List<Thing> things) {
    this.web = web;
    this.chance = chance;
    this.things = things;
  }

  /**
   * What is wrong with what that onlooker gets at that exit.
   *
   * @param most of the things an exit for one can be asked with, so many are
   */
  List<Fault> faults(Exit exit, Onlooker who, int most) throws Exception {
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, List<Thing>> asked : asked(exit, most).entrySet()) {
      MockHttpServletResponse response = go(exit, asked.getKey(), who);
      String answer = response.getContentAsString();
      for (Thing thing : asked.getValue()) {
        boolean shown =
            isOfOne(exit) && thing.kind().isHiddenByNotFound()
                ? response.getStatus() != 404 && !answer.contains("\"status\":404")
                : answer.contains(thing.mark());
        if (shown != thing.seen().test(who)) {
          faults.add(new Fault(shown, "", thing));
        }
        personal(exit, who, thing, answer, faults);
      }
    }
    return faults;
  }

  /** A page that shows it to one who may see it whole shows it to all who may. */
  private void personal(Exit exit, Onlooker who, Thing thing, String answer, List<Fault> faults) {
    if (thing.personal().isEmpty()) {
      return;
    }
    boolean shown = answer.contains(thing.personal());
    boolean may = thing.whole().test(who) && thing.seen().test(who);
    Set<Thing> known = whole.computeIfAbsent(exit.toString(), any -> new HashSet<>());
    boolean page = exit.method().equals(HttpMethod.GET);
    if (shown && !may || page && !shown && may && known.contains(thing)) {
      faults.add(new Fault(shown, ", personal", thing));
    }
    if (shown && may) {
      known.add(thing);
    }
  }

  private static boolean isOfOne(Exit exit) {
    return exit.isOfOne()
        || PARAMETERS.containsKey(exit.toString())
        || exit.toString().equals("POST /api/incidents/actions");
  }

  /** What it shows, by what it is asked with: everything at once, or a few of many. */
  private Map<String, List<Thing>> asked(Exit exit, int most) {
    Map<String, List<Thing>> all = new TreeMap<>();
    for (Thing thing : things) {
      if (Shown.by(exit).contains(thing.kind())) {
        boolean one = isOfOne(exit) || isOneByOne(thing.kind());
        all.computeIfAbsent(one ? thing.id() : "", any -> new ArrayList<>()).add(thing);
      }
    }
    all.keySet().retainAll(chance.few(List.copyOf(all.keySet()), most));
    return all;
  }

  private static boolean isOneByOne(Kind kind) {
    return kind == Kind.TAKEN_UP || kind == Kind.STANDING || kind == Kind.RESPONSIBLE;
  }

  /** What comes of asking for one of them, or for all where the id is empty. */
  MockHttpServletResponse go(Exit exit, String id, Onlooker who) throws Exception {
    String[] ids = id.split("#");
    String path =
        exit.pattern()
            .replaceAll("\\{(version|attachment|delivery)}", ids[ids.length - 1])
            .replaceAll("\\{[a-z]+}", ids[0]);
    MockHttpServletRequestBuilder request = request(exit.method(), path).with(csrf());
    fill(request, exit, ids[0]);
    if (ids.length > 1) {
      request.param("version", ids[1]).param("difference", "");
    }
    Role[] roles = who.roles().toArray(Role[]::new);
    request.with(
        exit.pattern().startsWith("/api/")
            ? As.programOf(who.organisation(), who.name(), roles)
            : As.personOf(who.organisation(), who.name(), roles));
    return web.perform(request).andReturn().getResponse();
  }

  private static void fill(MockHttpServletRequestBuilder request, Exit exit, String id) {
    boolean asks = exit.method().equals(HttpMethod.GET);
    String parameter = PARAMETERS.get(exit.toString());
    if (parameter != null) {
      request.param(parameter, id);
    } else if (exit.toString().equals("GET /warnings/new") && !id.isEmpty()) {
      request.param("incident", id);
    } else if (asks && !exit.isOfOne()) {
      request.param("limit", "1000").param("asset", id);
    }
    if (exit.method().equals(HttpMethod.DELETE)) {
      request.param("expectedVersion", "99");
    } else if (exit.toString().equals("POST /subscription-form/test")) {
      request.param("about", "warnings", "observations").param("channel", "portal");
      request.param("until", Made.NOON.plusSeconds(86_400).toString());
    } else if (exit.toString().equals("POST /incidents/actions")) {
      request.param("action", "acknowledge").param("limit", "1000");
    } else if (exit.toString().equals("POST /warnings/recipients")) {
      request.param("tlp", "GREEN");
    } else if (!asks && exit.pattern().startsWith("/api/") && !exit.pattern().endsWith("redrive")) {
      request.contentType(MediaType.APPLICATION_JSON).content(body(exit, id));
    }
  }

  /** A command that is too late whatever it is about, so that it is answered with how that is. */
  private static String body(Exit exit, String id) {
    String late = "\"commandId\": \"" + UUID.randomUUID() + "\", \"expectedVersion\": 99";
    return switch (exit.toString()) {
      case "POST /api/incidents/actions" ->
          "[{\"id\": \"%s\", \"action\": \"acknowledge\", %s}]".formatted(id, late);
      case "POST /api/incidents/{id}/actions" -> "{\"action\": \"acknowledge\", " + late + "}";
      case "POST /api/warnings" ->
          """
          {"commandId": "%s", "id": "%s", "title": "T", "summary": "S", "severity": "high", "tlp": "CLEAR"}
          """
              .formatted(UUID.randomUUID(), id);
      case "POST /api/warnings/{id}/actions" ->
          "{\"action\": \"withdraw\", \"reason\": \"R\", " + late + "}";
      case "PUT /api/subscriptions/{id}" ->
          "{\"name\": \"N\", \"filter\": {\"about\": [\"warnings\"]}, \"channel\": {\"kind\": \"portal\"}, "
              + late
              + "}";
      case "POST /api/subscriptions/{id}/actions" -> "{\"action\": \"pause\", " + late + "}";
      case "POST /api/subscriptions/test" ->
          "{\"filter\": {\"about\": [\"warnings\", \"observations\"]}, \"until\": \"%s\"}"
              .formatted(Made.NOON.plusSeconds(86_400));
      case "PUT /api/feeds/{name}" ->
          Records.FEED.formatted("another licence").replace("}", ", " + late + "}");
      case "PUT /api/directory/{id}" ->
          "{\"name\": \"N\", \"kind\": \"constituent\", " + late + "}";
      case "PUT /api/sharing-groups/{id}" ->
          "{\"name\": \"N\", \"owner\": \"org-a\", " + late + "}";
      case "POST /api/directory/{id}/actions", "POST /api/sharing-groups/{id}/actions" ->
          "{\"action\": \"retire\", " + late + "}";
      default -> "{}";
    };
  }
}
