package org.tocsin.launcher.demo;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tocsin.launcher.demo.DemoReports.Country;
import org.tocsin.launcher.run.Screen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One day of a watch desk: feeds and focal points of four countries report, an outbreak shows, a
 * warning comes of it and is acknowledged. Everything is done through the API, by the identity
 * whose job it is.
 */
public final class DemoDay {
  private static final String FEED = "feed-shadowserver";
  private static final String ANALYST = "analyst";
  private static final String LEAD = "lead";
  private static final String FOCAL_FR = "focal-fr";
  private static final String GROUP = "west";
  private static final int LAST_HOUR = 23;

  private final DemoApi api;
  private final Screen screen;

  /**
   * A day that has not begun.
   *
   * @param base the platform's URL, without a trailing slash
   * @param tokens a fresh bearer token of a local identity of that name
   */
  public DemoDay(String base, UnaryOperator<String> tokens, Screen screen) {
    this.api = new DemoApi(base, tokens);
    this.screen = screen;
  }

  /**
   * Plays it, or says that it was played before.
   *
   * @throws org.tocsin.launcher.run.LauncherException where the platform refuses or does not get on
   */
  public void play() throws InterruptedException {
    if (!api.get(ANALYST, "/api/warnings?limit=1").path("items").isEmpty()) {
      screen.line("The demo's day was played before: its data is still there.");
      return;
    }
    screen.line("The demo's day:");
    report();
    List<JsonNode> outbreak = incidents();
    String incident = work(outbreak);
    warn(incident);
    screen.line("That was the demo's day; see /incidents and /warnings in the console.");
  }

  private void report() throws InterruptedException {
    DemoReports reports = new DemoReports(begin());
    List<String> receipts = new ArrayList<>();
    receipts.add(feed("scan_dns-demo.csv", reports.resolvers()));
    receipts.add(feed("event4_honeypot_brute_force-demo.csv", reports.bruteForce()));
    say("a scanning feed reports open resolvers, a honeypot feed tries to sign in");
    for (Country country : DemoReports.COUNTRIES) {
      receipts.add(
          api.submit(
              country.focalPoint(),
              "event4_sinkhole_http-demo.csv",
              reports.outbreak(country),
              Map.of()));
      say("%s reports %d infected machines".formatted(country.focalPoint(), country.infected()));
    }
    receipts.add(api.submit("peer-north", "examplebot.json", DemoReports.indicator(), Map.of()));
    say("the peer in the north knows the command server");
    for (String receipt : receipts) {
      api.await(
          ANALYST,
          "/api/reports/" + receipt,
          account -> account.path("state").asString("").equals("complete"));
    }
    say("everything that came in is accounted for");
  }

  /** The outbreak takes little more than an hour of one day of UTC: one incident a country. */
  private static LocalDateTime begin() {
    LocalDateTime usual =
        LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).minusHours(4);
    return usual.getHour() == LAST_HOUR ? usual.minusHours(1) : usual;
  }

  private String feed(String name, String text) throws InterruptedException {
    return api.submit(FEED, name, text, Map.of());
  }

  private List<JsonNode> incidents() throws InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    for (Country country : DemoReports.COUNTRIES) {
      JsonNode page =
          api.await(
              ANALYST,
              "/api/incidents?type=infected-system&country=" + country.code(),
              incidents ->
                  incidents.path("items").path(0).path("observed").path("count").asInt(0)
                      == country.infected());
      found.add(page.path("items").path(0));
    }
    say("the queue shows an incident for each of the four countries");
    return found;
  }

  /** The analyst makes one incident of the four, and asks the lead to look at it. */
  private String work(List<JsonNode> outbreak) throws InterruptedException {
    String id = outbreak.getFirst().path("id").asString();
    act(id, "acknowledge", api.object());
    act(id, "assign", api.object().put("assignee", ANALYST));
    ObjectNode others = api.object();
    ArrayNode ids = others.putArray("incidents");
    outbreak.stream().skip(1).forEach(incident -> ids.add(incident.path("id").asString()));
    act(id, "merge", others);
    act(id, "set-severity", api.object().put("severity", "critical"));
    act(
        id,
        "comment",
        api.object()
            .put("text", "Same command server in four countries within an hour: one outbreak."));
    act(id, "escalate", api.object());
    say("the analyst makes one incident of the four and escalates it");
    return id;
  }

  private void act(String incident, String action, ObjectNode details) throws InterruptedException {
    api.command(ANALYST, "/api/incidents/" + incident + "/actions", details.put("action", action));
  }

  private void warn(String incident) throws InterruptedException {
    String id = api.command(ANALYST, "/api/warnings", warning(incident)).path("id").asString();
    decide(ANALYST, id, api.object().put("action", "submit"));
    String hash = api.get(LEAD, "/api/warnings/" + id).path("working").path("hash").asString();
    decide(LEAD, id, api.object().put("action", "approve").put("hash", hash));
    decide(LEAD, id, api.object().put("action", "publish"));
    say("the analyst writes a warning, the lead approves and publishes it");
    api.await(FOCAL_FR, "/api/warnings/" + id, any -> true);
    api.command(FOCAL_FR, "/api/warnings/" + id + "/acknowledgements", api.object());
    say("focal-fr acknowledges it; focal-es, in the same group, has not seen it yet");
  }

  private void decide(String who, String warning, ObjectNode action) throws InterruptedException {
    api.command(who, "/api/warnings/" + warning + "/actions", action);
  }

  private ObjectNode warning(String incident) {
    ObjectNode warning = api.object();
    warning
        .put("title", "Examplebot spreads through unpatched mail gateways")
        .put(
            "summary",
            "Since this morning machines in four countries call one command server. All of them"
                + " stand behind a mail gateway that was not updated this month.")
        .put("severity", "critical")
        .put("type", "infected-system")
        .put("tlp", "AMBER");
    warning
        .putObject("advice")
        .put("businesses", "Update the mail gateway, and look for calls to the names below.")
        .put("governments", "Have the networks you are responsible for checked today.");
    warning.putObject("audience").putArray("groups").add(GROUP);
    warning.putArray("cves").add("CVE-2026-0001");
    ArrayNode observables = warning.putArray("observables");
    observables.addObject().put("type", "domain-name").put("value", "gate.examplebot.example");
    observables.addObject().put("type", "ipv4-addr").put("value", "198.51.100.80");
    warning.putArray("references").add("https://cert.example/examplebot");
    warning.putArray("incidents").add(incident);
    return warning;
  }

  private void say(String text) {
    screen.line("  - " + text);
  }
}
