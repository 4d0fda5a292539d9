package org.tocsin.alerts.leak;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tocsin.alerts.leak.Ports.Scene;
import org.tocsin.alerts.leak.Thing.Kind;

/** Asks exits, and compares what comes with what may. */
final class Walk {
  private static final String COLLECTION = "/taxii2/tocsin/collections/{collection}/";
  static final Set<Kind> COLLECTED =
      EnumSet.of(
          Kind.WARNING, Kind.INCIDENT, Kind.OBSERVATION, Kind.OBJECT, Kind.SENT, Kind.GROUPED);

  /** What each exit shows; a new one has to be put down here or below. */
  private static final Map<String, Set<Kind>> SHOWN =
      Map.of(
          "GET /taxii2/tocsin/status/{status}/",
          EnumSet.of(Kind.STATUS),
          "GET /taxii2/tocsin/collections/",
          EnumSet.of(Kind.COLLECTION),
          "GET " + COLLECTION,
          EnumSet.of(Kind.COLLECTION),
          "GET " + COLLECTION + "manifest/",
          COLLECTED,
          "GET " + COLLECTION + "objects/",
          COLLECTED,
          "POST " + COLLECTION + "objects/",
          EnumSet.of(Kind.COLLECTION),
          "GET " + COLLECTION + "objects/{object}/",
          COLLECTED,
          "DELETE " + COLLECTION + "objects/{object}/",
          COLLECTED,
          "GET /api/stream/warnings",
          EnumSet.of(Kind.TOLD_WARNING),
          "GET /api/stream/incidents",
          EnumSet.of(Kind.TOLD_INCIDENT));

  private static final String CSAF = "GET /feeds/csaf/{level}/{year}/{warning}.json";

  /** They show how warnings stand. */
  private static final Set<String> FEEDS =
      Set.of(
          "GET /feeds/warnings.atom",
          "GET /feeds/cap/",
          "GET /feeds/cap/{warning}.xml",
          "GET /feeds/csaf/{level}/feed.json",
          CSAF,
          CSAF + ".sha256",
          CSAF + ".sha512",
          CSAF + ".asc",
          "GET /feeds/rolie/warnings.atom",
          "GET /feeds/rolie/{warning}.atom",
          "GET /feeds/misp/manifest.json",
          "GET /feeds/misp/{warning}.json");

  /** They show what warnings name. */
  private static final Set<String> LISTS =
      Set.of("GET /feeds/blocklist/{kind}.txt", "GET /feeds/rpz.zone", "GET /feeds/indicators.csv");

  private static final String HASHES = "GET /feeds/misp/hashes.csv";

  private static final String VERSIONS = "GET " + COLLECTION + "objects/{object}/versions/";

  /** Exits that show nothing of anybody's, each with the reason. */
  static final Map<String, String> WITHOUT_GATE =
      Map.of(
          "GET /taxii2/", "says where the API root is",
          "GET /taxii2/tocsin/", "says what the API root speaks",
          "GET /.well-known/csaf/provider-metadata.json", "says where feeds are",
          "GET /feeds/csaf/openpgp.asc", "is the node's public key",
          "GET /feeds/rolie/", "says where the feed is",
          "GET /feeds/rolie/categories.atomcat", "says which categories there are");

  private final MockMvc web;
  private final Scene scene;
  private final List<Thing> things;

  /** How an exit is asked. */
  enum Way {
    /** For every version, or from the first event on. */
    ALL,
    /** For the last version of each, or for what comes from now on. */
    LAST
  }

  record Fault(boolean tooMuch, Thing thing) {}

  Walk(MockMvc web, Scene scene, List<Thing> things) {
    this.web = web;
    this.scene = scene;
    this.things = things;
  }

  /** All exits that are known here. */
  static Set<String> exits() {
    Set<String> known = new TreeSet<>(SHOWN.keySet());
    known.add(VERSIONS);
    known.addAll(FEEDS);
    known.addAll(LISTS);
    known.add(HASHES);
    known.addAll(WITHOUT_GATE.keySet());
    return known;
  }

  /** What an exit shows. */
  static Set<Kind> kinds(String exit) {
    if (FEEDS.contains(exit)) {
      return EnumSet.of(Kind.FED);
    }
    if (LISTS.contains(exit)) {
      return EnumSet.of(Kind.LISTED);
    }
    if (exit.equals(HASHES)) {
      return EnumSet.of(Kind.HASHED);
    }
    return exit.equals(VERSIONS) ? COLLECTED : SHOWN.getOrDefault(exit, Set.of());
  }

  /** What is wrong with what that onlooker gets at that exit. */
  List<Fault> faults(String exit, Way way, Onlooker who) throws Exception {
    scene.who = who;
    List<Fault> faults = new ArrayList<>();
    for (List<Thing> asked : asked(exit).values()) {
      MockHttpServletResponse response = go(exit, way, asked.getFirst());
      String answer = response.getContentAsString();
      boolean some = asked.stream().anyMatch(thing -> thing.seen().test(who));
      for (Thing thing : asked) {
        boolean may = thing.seen().test(who) && (way == Way.ALL || isShownLast(exit, thing));
        boolean shown = answer.contains(thing.mark());
        if (isToldByStatus(exit)) {
          may = some;
          shown = response.getStatus() != 404;
        }
        if (may != shown || isTooPersonal(thing, who, answer)) {
          faults.add(new Fault(!may || shown, thing));
        }
      }
    }
    return faults;
  }

  private static boolean isTooPersonal(Thing thing, Onlooker who, String answer) {
    return !thing.personal().isEmpty()
        && answer.contains(thing.personal())
        && !thing.whole().test(who);
  }

  /** Streams and lists of versions show every version, whatever is asked for. */
  static boolean isShownLast(String exit, Thing thing) {
    return thing.last()
        || exit.endsWith("/versions/")
        || exit.contains("/stream/")
        || exit.startsWith("GET /feeds/");
  }

  private static boolean isToldByStatus(String exit) {
    return exit.startsWith("DELETE")
        || exit.startsWith("POST")
        || exit.endsWith("{collection}/")
        || exit.startsWith(CSAF + ".");
  }

  /** What an exit shows, by what it is asked with. */
  private Map<String, List<Thing>> asked(String exit) {
    Map<String, List<Thing>> all = new TreeMap<>();
    for (Thing thing : things) {
      if (kinds(exit).contains(thing.kind())) {
        String in = exit.contains("{") ? thing.in() : "";
        boolean one = exit.contains("{object}") || exit.contains("{warning}");
        String object = one ? thing.object() : "";
        all.computeIfAbsent(in + " " + object, any -> new ArrayList<>()).add(thing);
      }
    }
    return all;
  }

  private MockHttpServletResponse go(String exit, Way way, Thing thing) throws Exception {
    String[] parts = exit.split(" ");
    String path =
        parts[1]
            .replace("{object}", thing.object())
            .replace("{warning}", thing.object())
            .replace("{year}", "2026")
            .replaceAll("\\{(collection|status|level|kind)}", thing.in());
    MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(parts[0]), path);
    if (parts[0].equals("POST")) {
      request.contentType("application/taxii+json;version=2.1").content("{\"objects\": []}");
    }
    scene.early = 0;
    if (exit.contains("/stream/")) {
      scene.early = way == Way.LAST ? 2 : 0;
      if (way == Way.ALL) {
        request.header("Last-Event-ID", "c0");
      }
    } else if (way == Way.ALL && parts[0].equals("GET")) {
      request.param("match[version]", "all").param("limit", "1000");
    }
    return web.perform(request).andReturn().getResponse();
  }
}
