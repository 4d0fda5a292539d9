package org.tocsin.alerts.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.Lifecycle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.tocsin.alerts.AlertsConfiguration;
import org.tocsin.alerts.leak.Onlooker.Entry;
import org.tocsin.alerts.leak.Ports.Scene;
import org.tocsin.alerts.sse.StillPulse;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

/** What feeds show, to whom, and for how long. */
class FeedsTest {
  private static final Onlooker NOBODY =
      new Onlooker(Reader.ANONYMOUS.name(), Set.of(), null, Entry.NONE);
  private static final Onlooker TEAM =
      new Onlooker("analyst", Set.of(Role.ANALYST), "org-node", Entry.NONE);
  private static final Onlooker NAMED =
      new Onlooker("focal-point-1", Set.of(Role.FOCAL_POINT), "org-a", Entry.NONE);
  private static final Onlooker SUBSCRIBER =
      new Onlooker("subscriber-1", Set.of(Role.SUBSCRIBER), "org-b", Entry.NONE);

  private static AnnotationConfigWebApplicationContext program;
  private static MockMvc web;
  private static Scene scene;

  @BeforeAll
  static void start(@TempDir Path keys) {
    program = new AnnotationConfigWebApplicationContext();
    program.setServletContext(new MockServletContext());
    Map<String, Object> settings =
        Map.of(
            "tocsin.publisher.signing-key",
            keys.resolve("signing.asc").toString(),
            "tocsin.publisher.url",
            "https://cert.test/");
    program
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("feeds", settings));
    program.register(AlertsConfiguration.class, StillPulse.class, Ports.class);
    program.refresh();
    program.getBean("releasePulse", Lifecycle.class).stop();
    web = MockMvcBuilders.webAppContextSetup(program).build();
    scene = program.getBean(Scene.class);
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @BeforeEach
  void clear() {
    scene.network = new Network(new Random(1));
    scene.released.all.clear();
    scene.who = NOBODY;
    scene.early = 0;
    scene.open = null;
  }

  @Test
  void shouldAnswerThatNothingChangedToWhoHasItAlready() throws Exception {
    Issued warning = issued(1).publish(Issued.content("First", Tlp.CLEAR, "one.attacker.net", ""));
    for (String path : paths(warning)) {
      if (path.contains("/amber/2026/")) {
        assertThat(get(path, NOBODY, null, null).getStatus()).as(path).isEqualTo(404);
        continue;
      }
      MockHttpServletResponse whole = get(path, NOBODY, null, null);
      String tag = whole.getHeader("ETag");
      String since = whole.getHeader("Last-Modified");

      assertThat(whole.getStatus()).as(path).isEqualTo(200);
      assertThat(whole.getHeader("Cache-Control")).as(path).contains("no-cache", "public");
      assertThat(whole.getHeaders("Vary")).as(path).contains("Authorization");
      assertThat(get(path, NOBODY, tag, null).getStatus()).as(path).isEqualTo(304);
      assertThat(get(path, NOBODY, null, since).getStatus()).as(path).isEqualTo(304);
      assertThat(get(path, NOBODY, "\"other\"", null).getStatus()).as(path).isEqualTo(200);
    }
    assertThat(get("/feeds/warnings.atom", TEAM, null, null).getHeader("Cache-Control"))
        .contains("no-cache", "private")
        .doesNotContain("public");
  }

  /** A feed that got shorter is newer, though all that is left in it is older. */
  @Test
  void shouldNotAnswerThatNothingChangedWhenSomethingIsGone() throws Exception {
    issued(1).publish(Issued.content("First", Tlp.CLEAR, "one.attacker.net", ""));
    Issued second = issued(2);
    second.publish(Issued.content("Second", Tlp.CLEAR, "two.attacker.net", ""));
    String path = "/feeds/warnings.atom";
    MockHttpServletResponse before = get(path, NOBODY, null, null);
    scene.released.all.removeLast();

    MockHttpServletResponse after = get(path, NOBODY, null, before.getHeader("Last-Modified"));
    assertThat(after.getStatus()).isEqualTo(200);
    assertThat(after.getContentAsString()).contains("First").doesNotContain("Second");
  }

  @Test
  void shouldLetNobodyReadAnOldCopyOnceAWarningIsWithdrawn() throws Exception {
    Issued warning =
        issued(1)
            .publish(Issued.content("Erroneous", Tlp.CLEAR, "one.attacker.net", ""))
            .publish(Issued.content("Erroneous again", Tlp.CLEAR, "two.attacker.net", ""));
    assertThat(everything(NOBODY, warning).values().toString()).contains("Erroneous again");
    warning.withdraw();

    for (Onlooker who : List.of(NOBODY, SUBSCRIBER, NAMED, TEAM)) {
      Map<String, String> all = everything(who, warning);
      assertThat(all.values().toString())
          .as(who.toString())
          .doesNotContain("Erroneous", "attacker.net", "CVE-2026-77777");
      assertThat(all.get("/feeds/warnings.atom")).contains("W-2026-000001 was withdrawn");
      assertThat(all.get("/feeds/cap/" + warning.id + ".xml"))
          .contains("<msgType>Cancel</msgType>", warning.id + ".1,", warning.id + ".2,");
      assertThat(all.get("/feeds/csaf/white/2026/" + warning.id + ".json"))
          .contains("\"Withdrawn\"", "\"version\" : \"3\"");
    }
  }

  @Test
  void shouldLetNobodyElseReadAnOldCopyOnceAWarningIsNarrowed() throws Exception {
    Issued wide = issued(1).publish(Issued.content("Careless", Tlp.CLEAR, "one.attacker.net", ""));
    wide.withdraw();
    Issued narrow =
        new Issued(scene.released, 2, wide.id)
            .publish(Issued.content("Careless", Tlp.AMBER, "one.attacker.net", ""));

    for (Onlooker who : List.of(NOBODY, SUBSCRIBER)) {
      assertThat(everything(who, wide, narrow).values().toString())
          .as(who.toString())
          .doesNotContain("Careless", "attacker.net", "CVE-2026-77777", narrow.id.toString());
    }
    for (Onlooker who : List.of(NAMED, TEAM)) {
      assertThat(everything(who, wide, narrow).values().toString())
          .contains("Careless", "was withdrawn");
    }
  }

  @Test
  void shouldLetNothingThatIsForPersonsLeaveByAnyFeed() throws Exception {
    Issued red = issued(1).publish(Issued.content("Secret", Tlp.RED, "one.attacker.net", ""));

    for (Onlooker who : List.of(NOBODY, SUBSCRIBER, NAMED, TEAM)) {
      assertThat(everything(who, red).values().toString())
          .as(who.toString())
          .doesNotContain("Secret", "attacker.net", red.id.toString());
    }
  }

  @Test
  void shouldListWhatWarningsThatHoldNowNameAndNothingElse() throws Exception {
    issued(1).publish(Issued.content("Now", Tlp.CLEAR, "now.attacker.net", ""));
    String until = ", \"validUntil\": \"%s\"";
    String past = until.formatted("2020-01-01T00:00:00Z");
    String later = until.formatted("2100-01-01T00:00:00Z");
    String yet = ", \"validFrom\": \"2100-01-01T00:00:00Z\"";
    issued(2).publish(Issued.content("Over", Tlp.CLEAR, "over.attacker.net", past));
    issued(3).publish(Issued.content("Later", Tlp.CLEAR, "later.attacker.net", later));
    issued(4).publish(Issued.content("Not yet", Tlp.CLEAR, "yet.attacker.net", yet));
    issued(6).publish(Issued.content("Green", Tlp.GREEN, "green.attacker.net", ""));

    assertThat(get("/feeds/blocklist/domain.txt", NOBODY, null, null).getContentAsString())
        .contains("now.attacker.net\n", "later.attacker.net\n")
        .doesNotContain("over", "yet", "green");
    assertThat(get("/feeds/blocklist/domain.txt", SUBSCRIBER, null, null).getContentAsString())
        .contains("green.attacker.net\n");
    assertThat(get("/feeds/rpz.zone", NOBODY, null, null).getContentAsString())
        .contains("now.attacker.net CNAME .\n", "*.later.attacker.net CNAME .\n")
        .doesNotContain("over", "yet", "green");
    assertThat(get("/feeds/indicators.csv", NOBODY, null, null).getContentAsString())
        .contains("domain-name,\"now.attacker.net\",W-2026-000001,TLP:CLEAR,\r\n")
        .doesNotContain("over", "yet", "green");
    assertThat(get("/feeds/blocklist/other.txt", NOBODY, null, null).getStatus()).isEqualTo(404);
  }

  @Test
  void shouldShowEachWarningOnceOnPagesOfBoundedSize() throws Exception {
    for (int i = 1; i <= 230; i++) {
      issued(i).publish(Issued.content("Number " + i + ".", Tlp.CLEAR, i + ".attacker.net", ""));
    }
    List<String> titles = new ArrayList<>();
    String next = "/feeds/warnings.atom";
    int pages = 0;
    while (next != null) {
      String page = get(next, NOBODY, null, null).getContentAsString();
      Matcher title = Pattern.compile("<title>(Number \\d+\\.)</title>").matcher(page);
      while (title.find()) {
        titles.add(title.group(1));
      }
      Matcher link =
          Pattern.compile("rel=\"next\"[^>]*href=\"https://cert.test([^\"]*)\"").matcher(page);
      next = link.find() ? link.group(1) : null;
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(titles).hasSize(230).doesNotHaveDuplicates();
    assertThat(titles.getFirst()).isEqualTo("Number 230.");
  }

  private static Issued issued(int number) {
    return new Issued(scene.released, number, null);
  }

  private static Map<String, String> everything(Onlooker who, Issued... warnings) throws Exception {
    Map<String, String> all = new TreeMap<>();
    for (Issued warning : warnings) {
      for (String path : paths(warning)) {
        all.put(path, get(path, who, null, null).getContentAsString());
      }
    }
    return all;
  }

  /** Every address at which something of a warning could be. */
  private static List<String> paths(Issued warning) {
    List<String> paths = new ArrayList<>();
    for (String exit : Walk.exits()) {
      if (exit.startsWith("GET /feeds/") && !exit.endsWith("openpgp.asc")) {
        for (String level : exit.contains("{level}") ? List.of("white", "amber") : List.of("")) {
          paths.add(
              exit.substring("GET ".length())
                  .replace("{level}", level)
                  .replace("{year}", "2026")
                  .replace("{kind}", "domain")
                  .replace("{warning}", warning.id.toString()));
        }
      }
    }
    return paths;
  }

  private static MockHttpServletResponse get(String path, Onlooker who, String tag, String since)
      throws Exception {
    scene.who = who;
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get(URI.create(path));
    if (tag != null) {
      request.header("If-None-Match", tag);
    }
    if (since != null) {
      request.header("If-Modified-Since", since);
    }
    return web.perform(request).andReturn().getResponse();
  }
}
