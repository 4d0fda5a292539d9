package org.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.KnownFormats;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FeedCatalogTest {
  private static final Set<String> FORMATS =
      Stream.concat(KnownFormats.all().names().stream(), Stream.of("stix", "shadowserver"))
          .collect(Collectors.toUnmodifiableSet());
  private static final String WHOLE =
      """
      feeds:
        own:
          provider: cert-xy
          feed: sensors
          way: url
          url: https://feeds.example.org/a.csv
          kind: events
          format: shadowserver
          tlp: AMBER+STRICT
          schedule: 0 5 * * * *
          licence: ours
          documentation: https://feeds.example.org/
          enabled: true
          secret: {header: Authorization, property: tocsin.secrets.own, prefix: "Bearer "}
      """;

  private static final String MAILBOX =
      """
      feeds:
        desk: {provider: cert-xy, feed: desk, way: mailbox, url: imaps://mail.example.org/INBOX,
          user: reports, secret: {property: tocsin.secrets.desk}, after: move, folder: Taken,
          kind: events, tlp: AMBER, schedule: PT5M, licence: ours,
          documentation: https://desk.example.org/, enabled: true}
      """;

  private static final String DECIDED =
      """
      {"provider": "cert-xy", "feed": "other", "way": "url", "url": "https://other.example.org/",
       "kind": "list", "tlp": "GREEN", "schedule": "PT1H", "licence": "ours",
       "documentation": "https://other.example.org/"}
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void shouldShipTheWellKnownFeedsSwitchedOff() {
    List<FeedDefinition> shipped = FeedCatalog.read(null, FORMATS);

    assertThat(shipped).hasSizeGreaterThan(20).noneMatch(FeedDefinition::enabled);
    assertThat(shipped)
        .extracting(FeedDefinition::name)
        .contains("urlhaus", "spamhaus-drop", "cisa-kev", "circl-osint", "openphish");
    assertThat(shipped).extracting(FeedDefinition::origin).doesNotHaveDuplicates();
    assertThat(shipped)
        .as("only what no mapping reads is recognised")
        .filteredOn(feed -> feed.format() == null)
        .extracting(FeedDefinition::name)
        .containsExactly("sslbl-ja3");
  }

  @Test
  void shouldLeaveTheNamesOfWaysInThatAreNoFeedsAlone() throws IOException {
    assertThatThrownBy(() -> named("way.push", WHOLE.replace("own:", "way.push:")))
        .isInstanceOf(BadFeedsException.class)
        .hasMessageContaining("it is that of a way in which is no feed");
    FeedCatalog catalog = FeedCatalog.of(null, FORMATS);
    Feed paused = new Feed("way.folder", null, null, true, false);
    assertThat(catalog.after(List.of(paused)))
        .extracting(KnownFeed::name)
        .isNotEmpty()
        .doesNotContain("way.folder");
    assertThat(catalog.after(paused)).isEmpty();
  }

  @Test
  void shouldReadAnOperatorsFeed() throws IOException {
    FeedDefinition own = named("own", WHOLE);

    assertThat(own)
        .isEqualTo(
            new FeedDefinition(
                "own",
                new Origin("cert-xy", "sensors"),
                WayIn.URL,
                URI.create("https://feeds.example.org/a.csv"),
                FeedKind.EVENTS,
                "shadowserver",
                Tlp.AMBER_STRICT,
                50,
                new Schedule("0 5 * * * *"),
                "ours",
                URI.create("https://feeds.example.org/"),
                true,
                new FeedSecret("Authorization", "tocsin.secrets.own", "Bearer ")));
  }

  @Test
  void shouldChangeOnlyWhatTheOperatorSaysOfAFeedThatIsThere() throws IOException {
    FeedDefinition urlhaus = named("urlhaus", "feeds: {urlhaus: {enabled: true, tlp: GREEN}}");

    assertThat(urlhaus.enabled()).isTrue();
    assertThat(urlhaus.tlp()).isEqualTo(Tlp.GREEN);
    assertThat(urlhaus.url().getHost()).isEqualTo("urlhaus.abuse.ch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          kind: events       | kind: heap              | 'kind': 'heap' is none of events, list
          way: url           | way: carrier-pigeon     | 'way': 'carrier-pigeon'
          tlp: AMBER+STRICT  | tlp: BLUE               | 'tlp': one of CLEAR
          format: shadowserver | format: nonsense      | 'format': there is no format 'nonsense'
          licence: ours      | license: ours           | 'license': there is no such key
          licence: ours      | confidence: 101         | 'confidence': it has to be a number from 0 to 100
          schedule: 0 5 * * * * | schedule: PT1S       | 'schedule': no feed is fetched more often
          schedule: 0 5 * * * * | schedule: sometimes  | 'schedule'
          provider: cert-xy  | provider: Cert XY       | 'provider'
          enabled: true      | enabled: perhaps        | 'enabled': it has to be true or false
          url: https://feeds | url: ftp://feeds        | 'url': it has to be an address of http
          url: https://feeds | url: https://u:p@feeds  | 'url': no user or password
          property: tocsin.secrets.own | value: hunter2 | 'secret.value': there is no such key
          """)
  void shouldNameFeedAndKeyOfWhatIsWrong(String right, String wrong, String problem)
      throws IOException {
    assertThat(WHOLE).contains(right);
    Path file = file(WHOLE.replace(right, wrong));

    assertThatThrownBy(() -> FeedCatalog.read(file, FORMATS))
        .isInstanceOf(BadFeedsException.class)
        .hasMessageContaining("feed 'own', key " + problem);
  }

  @Test
  void shouldReadAMailbox() throws IOException {
    FeedDefinition desk = named("desk", MAILBOX);

    assertThat(desk.url()).isEqualTo(URI.create("imaps://mail.example.org/INBOX"));
    assertThat(desk.mailbox())
        .isEqualTo(new MailboxTerms("reports", MailboxTerms.After.MOVE, "Taken"));
    assertThat(desk.secret()).isEqualTo(new FeedSecret("", "tocsin.secrets.desk", ""));
    assertThat(named("desk", MAILBOX.replace("after: move, folder: Taken,", "")).mailbox())
        .isEqualTo(new MailboxTerms("reports", MailboxTerms.After.LEAVE, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          imaps://mail       | https://mail           | 'url': it has to be an address of imaps
          imaps://mail       | imaps://u:p@mail       | 'url': no user or password
          imaps://mail       | pop3s://mail           | 'url': a POP3 mailbox has no folders
          user: reports      | feed: x                | 'user'
          kind: events       | kind: list             | 'kind': a mailbox holds events
          after: move        | after: burn            | 'after': 'burn' is none of leave, move, delete
          after: move        | after: delete          | 'folder'
          way: mailbox       | way: url               | 'user': it is for a mailbox
          {property          | {header: X, property   | 'secret.header': a mailbox has no headers
          """)
  void shouldNameWhatIsWrongWithAMailbox(String right, String wrong, String problem)
      throws IOException {
    assertThat(MAILBOX).contains(right);
    Path file = file(MAILBOX.replace(right, wrong).replace("feed: x,", ""));

    assertThatThrownBy(() -> FeedCatalog.read(file, FORMATS))
        .isInstanceOf(BadFeedsException.class)
        .hasMessageContaining("feed 'desk', key " + problem);
  }

  @Test
  void shouldTellAllProblemsAtOnce() throws IOException {
    Path file = file("feeds: {a: {provider: x}, urlhaus: {kind: heap}}");

    assertThatThrownBy(() -> FeedCatalog.read(file, FORMATS))
        .isInstanceOfSatisfying(
            BadFeedsException.class,
            e ->
                assertThat(e.problems())
                    .hasSizeGreaterThan(5)
                    .anyMatch(problem -> problem.startsWith("feed 'a', key 'url'"))
                    .anyMatch(problem -> problem.startsWith("feed 'urlhaus', key 'kind'")));
  }

  @Test
  void shouldRefuseAFileThatIsNoneOrSaysAKeyTwice() throws IOException {
    for (String text :
        List.of(
            "nonsense",
            "feeds: []",
            "feeds: {a: 1}",
            "feeds: {}\nmore: {}",
            "feeds: {a: {feed: x, feed: y}}",
            "feeds: [")) {
      Path file = file(text);
      assertThatThrownBy(() -> FeedCatalog.read(file, FORMATS))
          .as(text)
          .isInstanceOf(BadFeedsException.class);
    }
    assertThatThrownBy(() -> FeedCatalog.read(folder.resolve("none"), FORMATS))
        .hasMessageContaining("can not be read");
  }

  @Test
  void shouldMissTheSecretOfAFeedThatIsSwitchedOn() throws IOException {
    List<FeedDefinition> feeds = FeedCatalog.read(file(WHOLE), FORMATS);

    assertThat(new Secrets(_ -> null).missing(feeds)).singleElement().asString().contains("'own'");
    assertThat(new Secrets("tocsin.secrets.own"::concat).missing(feeds)).isEmpty();
  }

  @Test
  void shouldAgreeWithTheSchemaForEditors() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("feeds.schema.json"));

    assertThat(schema.validate(resource("feeds.yaml"), InputFormat.YAML)).isEmpty();
    assertThat(schema.validate(WHOLE, InputFormat.YAML)).isEmpty();
    assertThat(schema.validate(MAILBOX, InputFormat.YAML)).isEmpty();
    assertThat(schema.validate(WHOLE.replace("kind: events", "kind: heap"), InputFormat.YAML))
        .isNotEmpty();
    assertThat(schema.validate(WHOLE.replace("licence", "license"), InputFormat.YAML)).isNotEmpty();
    for (String key : FeedReader.KEYS) {
      assertThat(resource("feeds.schema.json")).contains("\"" + key + "\": {");
    }
  }

  @Test
  void shouldKnowWhenToFetchNext() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");

    assertThat(new Schedule("PT15M").after(noon)).isEqualTo("2026-01-01T12:15:00Z");
    assertThat(new Schedule("0 5 * * * *").after(noon)).isEqualTo("2026-01-01T12:05:00Z");
    assertThat(new Schedule("0 5 * * * *").interval()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void shouldLayWhatWasDecidedOverTheFiles() throws IOException {
    FeedCatalog catalog = FeedCatalog.of(file(WHOLE), FORMATS);
    ObjectNode own = (ObjectNode) JSON.readTree(DECIDED);

    KnownFeed redefined = after(catalog, new Feed("own", own, null, true, false));
    assertThat(redefined.definition().url()).isEqualTo(URI.create("https://other.example.org/"));
    assertThat(redefined.definition().enabled()).as("the file's switch").isTrue();
    assertThat(redefined.paused()).isTrue();
    assertThat(redefined.redefined()).isTrue();
    assertThat(redefined.problem()).isNull();
    assertThat(after(catalog, new Feed("own", null, false, false, false)).isOn()).isFalse();
    assertThat(after(catalog, new Feed("urlhaus", null, true, false, false)).isOn()).isTrue();
    assertThat(after(catalog, new Feed("urlhaus", null, true, false, true)).isOn()).isFalse();

    KnownFeed added = after(catalog, new Feed("new", own, true, false, false));
    assertThat(added.shipped()).isFalse();
    assertThat(added.isOn()).isTrue();
    assertThat(catalog.after(new Feed("nobody", null, true, false, false))).isEmpty();
    assertThat(catalog.after(List.of(new Feed("new", own, null, false, false))))
        .hasSize(catalog.definitions().size() + 1);
  }

  @Test
  void shouldNotFetchWhatCanNoLongerBeReadAsItWasDefined() throws IOException {
    FeedCatalog catalog = FeedCatalog.of(null, FORMATS);
    ObjectNode own = (ObjectNode) JSON.readTree(DECIDED);
    own.put("format", "gone");

    KnownFeed feed = after(catalog, new Feed("new", own, true, false, false));

    assertThat(feed.isOn()).isFalse();
    assertThat(feed.problem()).startsWith("format: there is no format 'gone'");
    assertThat(catalog.faults("new", own)).extracting(FeedFault::key).containsExactly("format");
  }

  @Test
  void shouldLetADecidedFeedNameOnlySecretsThatAreKeptForFeeds() throws IOException {
    FeedCatalog catalog = FeedCatalog.of(file(WHOLE), FORMATS);
    ObjectNode own = catalog.written(Feed.untouched("own")).orElseThrow();
    assertThat(catalog.faults("own", own)).as("as the file says").isEmpty();

    own.put("url", "https://feeds.example.org/b.csv");
    assertThat(catalog.faults("own", own)).as("to the same server").isEmpty();

    own.put("url", "https://evil.example.org/a.csv");
    assertThat(catalog.faults("own", own))
        .extracting(FeedFault::key)
        .containsExactly("secret.property");

    ((ObjectNode) own.get("secret")).put("property", "TOCSIN_FEEDS_SECRETS_OWN");
    assertThat(catalog.faults("own", own)).isEmpty();
    ((ObjectNode) own.get("secret")).put("property", "tocsin.feeds.secrets.own");
    assertThat(catalog.faults("own", own)).isEmpty();
    ((ObjectNode) own.get("secret")).put("property", "spring.datasource.password");
    assertThat(catalog.faults("own", own)).hasSize(1);
  }

  private static KnownFeed after(FeedCatalog catalog, Feed decided) {
    return catalog.after(decided).orElseThrow();
  }

  private FeedDefinition named(String name, String text) throws IOException {
    return FeedCatalog.read(file(text), FORMATS).stream()
        .filter(feed -> feed.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("feeds.yaml"), text);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = FeedCatalog.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
