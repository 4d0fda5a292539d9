package org.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.formats.KnownFormats;
import org.tocsin.ingest.IngestBench;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.Reject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.outward.FetchFailedException;
import tools.jackson.databind.JsonNode;

class FeedTrialTest {
  private static final String FEODO =
      """
      first_seen_utc,dst_ip,dst_port,c2_status,last_online,malware
      2026-01-02 03:04:05,198.51.100.7,443,online,2026-01-02,Emotet
      2026-01-02 03:04:06,not-an-address,443,online,2026-01-02,Emotet
      """;
  private static final String URLS = "http://bad.example.com/a\nhttp://bad.example.com/b\n";

  @TempDir Path folder;
  private FeedBench bench;
  private FeedTrial trial;

  @BeforeEach
  void begin() throws IOException {
    bench = new FeedBench(folder);
    trial =
        new FeedTrial(
            KnownFormats.all(),
            () -> IngestBench.NAMESPACE,
            new Secrets(key -> null),
            bench.client,
            folder,
            InstantSource.fixed(IngestBench.NOW));
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void shouldShowTheStixThatWouldComeOfEachRecordAndWhyOneIsRejected() {
    TrialResult result = trial.read(feed("/a", "feodotracker-csv"), bytes(FEODO), null);

    assertThat(result.guesses()).isEmpty();
    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.rejected()).isEqualTo(1);
    Observation observation = (Observation) result.records().getFirst().facts().getFirst();
    JsonNode observed = observation.objects().getFirst().json();
    assertThat(observation.tlp()).isEqualTo(Tlp.GREEN);
    assertThat(observed.path("confidence").asInt()).isEqualTo(80);
    assertThat(observation.objects())
        .anyMatch(object -> object.json().path("value").asString("").equals("198.51.100.7"));
    Reject reject = Objects.requireNonNull(result.records().get(1).reject());
    assertThat(reject.path()).isEqualTo("dst_ip");
    assertThat(reject.line()).isEqualTo(3);
  }

  @Test
  void shouldSayWhatItRecognisedAndHowSureItIs() {
    TrialResult result = trial.read(feed("/a", null), bytes(URLS), "urls.txt");

    assertThat(result.guesses()).extracting(TrialResult.Guess::format).contains("url-list");
    assertThat(result.guesses().getFirst().sureness()).isBetween(1, 100);
    assertThat(result.guesses())
        .extracting(TrialResult.Guess::sureness)
        .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    assertThat(result.records().getFirst().format())
        .isEqualTo(result.guesses().getFirst().format());
  }

  @Test
  void shouldSayThatNothingRecognisedIt() {
    TrialResult result = trial.read(feed("/a", null), bytes("\u0001\u0002\u0003"), null);

    assertThat(result.guesses()).isEmpty();
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(Objects.requireNonNull(result.records().getFirst().reject()).reason().key())
        .isEqualTo("unknown-format");
  }

  @Test
  void shouldReadTheBeginningOfWhatIsLongAndPacked() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_700; i++) {
      many.append("http://bad.example.com/").append(i).append('\n');
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes(many.toString()));
    }

    TrialResult result = trial.read(feed("/a", "url-list"), packed.toByteArray(), "urls.txt.gz");

    assertThat(result.records()).hasSize(FeedTrial.MOST_RECORDS);
    assertThat(result.accepted() + result.unread()).isEqualTo(1_700);
    assertThat(result.unread()).isPositive();
  }

  @Test
  void shouldFetchTheBeginningOfAFeedAndKeepNothing() {
    bench.files.put("/urls.txt", URLS);

    TrialResult result = trial.fetch(feed("/urls.txt", "url-list"));

    assertThat(result.accepted()).isEqualTo(2);
    assertThat(bench.ingest.log.raws()).isEmpty();
    assertThat(bench.ingest.log.submissions()).isEmpty();
    assertThat(bench.memories.read("sensors")).isEqualTo(FeedMemory.NEW);
    assertThatThrownBy(() -> trial.fetch(feed("/none", "url-list")))
        .isInstanceOf(FetchFailedException.class);
  }

  @Test
  void shouldStopAfterTheFirstEventOfAMispFeed() {
    String one = "11111111-1111-4111-8111-111111111111";
    String two = "22222222-2222-4222-8222-222222222222";
    bench.files.put(
        "/manifest.json",
        "{\"%s\": {\"timestamp\": \"1\"}, \"%s\": {\"timestamp\": \"2\"}}".formatted(one, two));
    String event =
        """
        {"Event": {"uuid": "%s", "info": "x", "date": "2026-01-02", "timestamp": "1767322800",
          "Attribute": [{"uuid": "33333333-3333-4333-8333-333333333333", "type": "ip-dst",
            "category": "Network activity", "to_ids": true, "timestamp": "1767322800",
            "value": "198.51.100.7"}]}}
        """;
    bench.files.put("/" + one + ".json", event.formatted(one));
    bench.files.put("/" + two + ".json", event.formatted(two));

    FeedDefinition misp = feed("/", null);
    TrialResult result = trial.fetch(inWay(misp, WayIn.MISP));

    assertThat(result.name()).isEqualTo(one + ".json");
    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.records()).hasSize(1);
  }

  @Test
  void shouldRefuseALargeSampleAndAnEmptyOne() {
    byte[] large = new byte[FeedTrial.MOST_BYTES + 1];
    assertThatThrownBy(() -> trial.read(feed("/a", null), large, null))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> trial.read(feed("/a", null), new byte[0], null))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void shouldTryManyTimesOnTheSameRoom() {
    for (int i = 0; i < 10; i++) {
      assertThat(trial.read(feed("/a", "url-list"), bytes(URLS), null).accepted()).isEqualTo(2);
    }
  }

  private FeedDefinition feed(String path, String format) {
    return new FeedDefinition(
        "sensors",
        new Origin("cert-xy", "sensors"),
        WayIn.URL,
        path.startsWith("/") ? bench.uri(path) : URI.create(path),
        FeedKind.LIST,
        format,
        Tlp.GREEN,
        80,
        new Schedule("PT1H"),
        "ours",
        URI.create("https://example.org/"),
        false,
        null);
  }

  private static FeedDefinition inWay(FeedDefinition feed, WayIn way) {
    return new FeedDefinition(
        feed.name(),
        feed.origin(),
        way,
        feed.url(),
        FeedKind.EVENTS,
        feed.format(),
        feed.tlp(),
        feed.confidence(),
        feed.schedule(),
        feed.licence(),
        feed.documentation(),
        feed.enabled(),
        feed.secret());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
