package org.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.RetryableFetchException;

class WaysTest {
  private static final String LIST = "#ip\n192.0.2.1\n192.0.2.2\n";
  private static final String A = "11111111-1111-4111-8111-111111111111";
  private static final String B = "22222222-2222-4222-8222-222222222222";

  @TempDir Path folder;
  private FeedBench bench;
  private final List<FeedMemory> kept = new ArrayList<>();

  @BeforeEach
  void begin() throws IOException {
    bench = new FeedBench(folder);
  }

  @AfterEach
  void end() {
    bench.close();
    assertThat(folder.resolve("fetched"))
        .satisfiesAnyOf(
            fetched -> assertThat(fetched).isEmptyDirectory(),
            fetched -> assertThat(fetched).doesNotExist());
  }

  @Test
  void shouldSubmitAFileUnderTheTermsOfItsFeed() {
    bench.files.put("/list.csv", LIST);

    FeedMemory memory = pull(bench.feed(WayIn.URL, "/list.csv", null), FeedMemory.NEW);

    Submission submission = bench.ingest.log.last();
    assertThat(submission.submitter()).isEqualTo("feed:sensors");
    assertThat(submission.origin().provider()).isEqualTo("cert-xy");
    assertThat(submission.name()).isEqualTo("list.csv");
    assertThat(submission.format()).isEqualTo("rows");
    assertThat(submission.receipt()).isEqualTo(memory.lastReceipt());
    assertThat(memory.records()).isEqualTo(submission.records()).isEqualTo(2);
    assertThat(bench.ingest.log.lanes()).containsOnly(Lane.BULK);
    assertThat(bench.ingest.log.raws()).extracting(RawRecord::tlp).containsOnly(Tlp.GREEN);
  }

  @Test
  void shouldTakeAListOnlyWhereItChanged() {
    FeedDefinition feed = bench.feed(WayIn.URL, "/list.csv", "rows");
    bench.files.put("/list.csv", LIST);
    FeedMemory first = pull(feed, FeedMemory.NEW);
    int written = bench.ingest.log.submissions().size();

    FeedMemory second = pull(feed, first);
    assertThat(bench.ingest.log.submissions()).hasSize(written);
    assertThat(second.lastReceipt()).isEqualTo(first.lastReceipt());

    bench.files.put("/list.csv", LIST + "192.0.2.3\n");
    FeedMemory third = pull(feed, second);
    assertThat(third.lastReceipt()).isNotEqualTo(first.lastReceipt());

    bench.files.put("/list.csv", LIST);
    FeedMemory fourth = pull(feed, third);
    assertThat(fourth.lastReceipt())
        .as("a list that is again what it was is news")
        .isNotIn(first.lastReceipt(), third.lastReceipt());
  }

  @Test
  void shouldAskWithWhatTheServerGaveItLastTime() {
    FeedDefinition feed = bench.feed(WayIn.URL, "/list.csv", "rows");
    List<String> tags = new ArrayList<>();
    bench.answers.put(
        "/list.csv",
        exchange -> {
          tags.add(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          return LIST;
        });

    pull(feed, pull(feed, FeedMemory.NEW));

    assertThat(tags).containsExactly(null, "\"1\"");
  }

  @Test
  void shouldTakeTheSameTwiceOnlyOnceAfterACrash() {
    FeedDefinition feed = bench.feed(WayIn.URL, "/list.csv", "rows");
    bench.files.put("/list.csv", LIST);

    FeedMemory first = pull(feed, FeedMemory.NEW);
    int written = bench.ingest.log.submissions().size();
    FeedMemory again = pull(feed, FeedMemory.NEW);

    assertThat(again.lastReceipt()).isEqualTo(first.lastReceipt());
    assertThat(bench.ingest.log.submissions()).hasSize(written);
  }

  @Test
  void shouldReadTheSameBytesAgainUnderACorrectedLevel() {
    FeedDefinition feed = bench.feed(WayIn.URL, "/list.csv", "rows");
    bench.files.put("/list.csv", LIST);
    FeedMemory memory = pull(feed, FeedMemory.NEW);

    assertThat(memory.readAs(feed.reading())).isSameAs(memory);
    FeedMemory corrected = memory.readAs(feed.reading().replace("GREEN", "AMBER"));
    assertThat(corrected.validators().etag()).isNull();
    assertThat(corrected.sha256()).isNull();
    assertThat(corrected.lastReceipt()).isEqualTo(memory.lastReceipt());
  }

  @Test
  void shouldNotTakeNothingForAnEmptyList() {
    bench.answers.put("/list.csv", _ -> "");

    assertThatThrownBy(() -> pull(bench.feed(WayIn.URL, "/list.csv", "rows"), FeedMemory.NEW))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void shouldSendItsSecretToItsFeedAlone() {
    List<String> keys = new ArrayList<>();
    bench.answers.put(
        "/list.csv",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Auth-Key"));
          return LIST;
        });
    FeedSecret secret = new FeedSecret("Auth-Key", "a.b", "Key ");

    pull(bench.feed(WayIn.URL, "/list.csv", "rows", "PT1H", secret), FeedMemory.NEW);

    assertThat(keys).containsExactly("Key value of a.b");
  }

  @Test
  void shouldFollowThePagesOfACollectionAndThenAskForWhatIsNew() {
    FeedDefinition feed = bench.feed(WayIn.TAXII, "/root/collections/c1", "document");
    bench.answers.put(
        "/root/collections/c1/objects/",
        exchange -> {
          String query = exchange.getRequestURI().getQuery();
          exchange.getResponseHeaders().set("X-TAXII-Date-Added-Last", added(query));
          return query.contains("next=p2")
              ? "{\"objects\": [{\"id\": \"b\"}]}"
              : query.contains("added_after=")
                  ? "{}"
                  : "{\"more\": true, \"next\": \"p2\", \"objects\": [{\"id\": \"a\"}]}";
        });

    FeedMemory first = pull(feed, FeedMemory.NEW);
    FeedMemory second = pull(feed, first);

    assertThat(bench.asked)
        .containsExactly(
            "/root/collections/c1/objects/?limit=1000",
            "/root/collections/c1/objects/?limit=1000&next=p2",
            "/root/collections/c1/objects/?limit=1000&added_after=2026-01-02T00%3A00%3A00Z");
    assertThat(first.records()).isEqualTo(2);
    assertThat(second.lastReceipt()).isEqualTo(first.lastReceipt());
  }

  @Test
  void shouldGoOnAtThePageWhereItBrokeOff() {
    FeedDefinition feed = bench.feed(WayIn.TAXII, "/root/collections/c1/", "document");
    bench.files.put(
        "/root/collections/c1/objects/?limit=1000",
        "{\"more\": true, \"next\": \"p2\", \"objects\": [{\"id\": \"a\"}]}");

    assertThatThrownBy(() -> pull(feed, FeedMemory.NEW)).isInstanceOf(FetchFailedException.class);
    bench.files.put("/root/collections/c1/objects/?limit=1000&next=p2", "{\"objects\": [{}]}");
    FeedMemory memory = pull(feed, kept.getLast());

    assertThat(memory.records()).isEqualTo(2);
    assertThat(bench.asked)
        .filteredOn(path -> path.endsWith("limit=1000"))
        .as("the first page")
        .hasSize(1);
  }

  @Test
  void shouldBeginAgainWhereTheServerHasForgottenThePage() {
    FeedDefinition feed = bench.feed(WayIn.TAXII, "/root/collections/c1/", "document");
    String first = "/root/collections/c1/objects/?limit=1000";
    bench.files.put(first, "{\"more\": true, \"next\": \"p2\", \"objects\": [{\"id\": \"a\"}]}");
    assertThatThrownBy(() -> pull(feed, FeedMemory.NEW)).isInstanceOf(FetchFailedException.class);

    bench.files.put(first, "{\"objects\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}");
    pull(feed, kept.getLast());

    assertThat(bench.asked).containsExactly(first, first + "&next=p2", first + "&next=p2", first);
  }

  @Test
  void shouldFindTheCollectionsOfAServer() {
    bench.files.put("/taxii2/", "{\"title\": \"t\", \"api_roots\": [\"/taxii2/root/\"]}");
    bench.files.put(
        "/taxii2/root/collections/",
        "{\"collections\": [{\"id\": \"c1\", \"can_read\": true},"
            + " {\"id\": \"in\", \"can_read\": false}]}");
    bench.files.put(
        "/taxii2/root/collections/c1/objects/?limit=1000", "{\"objects\": [{\"id\": \"a\"}]}");

    FeedMemory memory = pull(bench.feed(WayIn.TAXII, "/taxii2/", "document"), FeedMemory.NEW);

    assertThat(memory.records()).isEqualTo(1);
  }

  @Test
  void shouldNotGoRoundInCircles() {
    FeedDefinition feed = bench.feed(WayIn.TAXII, "/root/collections/c1/", "document");
    bench.answers.put(
        "/root/collections/c1/objects/", _ -> "{\"more\": true, \"next\": \"p\", \"objects\": []}");

    assertThatThrownBy(() -> pull(feed, FeedMemory.NEW))
        .isInstanceOf(FetchFailedException.class)
        .hasMessageContaining("again and again");
  }

  @Test
  void shouldFetchOnlyTheEventsThatChanged() {
    FeedDefinition feed = bench.feed(WayIn.MISP, "/misp", "document");
    bench.files.put("/misp/manifest.json", manifest("10", "20"));
    bench.files.put("/misp/" + A + ".json", "{\"Event\": 1}");
    bench.files.put("/misp/" + B + ".json", "{\"Event\": 2}");
    FeedMemory first = pull(feed, FeedMemory.NEW);
    bench.asked.clear();

    bench.files.put("/misp/manifest.json", manifest("10", "21"));
    FeedMemory second = pull(feed, first);

    assertThat(first.records()).isEqualTo(2);
    assertThat(bench.asked).containsExactly("/misp/manifest.json", "/misp/" + B + ".json");
    assertThat(second.records()).isEqualTo(3);
  }

  @Test
  void shouldNotLetOneMissingEventHoldUpTheOthers() {
    FeedDefinition feed = bench.feed(WayIn.MISP, "/misp/", "document");
    bench.files.put("/misp/manifest.json", manifest("10", "20"));
    bench.files.put("/misp/" + B + ".json", "{\"Event\": 2}");

    assertThatThrownBy(() -> pull(feed, FeedMemory.NEW)).hasMessageContaining("1 of the events");
    assertThat(kept.getLast().records()).isEqualTo(1);

    bench.files.put("/misp/" + A + ".json", "{\"Event\": 1}");
    assertThat(pull(feed, kept.getLast()).records()).isEqualTo(2);
  }

  @Test
  void shouldTakeNoNameOfAManifestForAnAddressElsewhere() {
    bench.files.put(
        "/misp/manifest.json", "{\"../../secret\": {\"timestamp\": 1}, \"x\": {\"timestamp\": 1}}");

    pull(bench.feed(WayIn.MISP, "/misp/", "document"), FeedMemory.NEW);

    assertThat(bench.asked).containsExactly("/misp/manifest.json");
  }

  @Test
  void shouldTellAServerThatIsNotThereFromAFileThatIsNotThere() {
    FeedDefinition feed = bench.feed(WayIn.URL, "/none", "rows");
    assertThatThrownBy(() -> pull(feed, FeedMemory.NEW)).isInstanceOf(FetchFailedException.class);

    bench.server.stop(0);
    assertThatThrownBy(() -> pull(feed, FeedMemory.NEW))
        .isInstanceOf(RetryableFetchException.class);
  }

  private FeedMemory pull(FeedDefinition feed, FeedMemory before) {
    return bench.way(feed).pull(before.readAs(feed.reading()), kept::add);
  }

  private static String added(String query) {
    return query.contains("next=p2") ? "2026-01-02T00:00:00Z" : "2026-01-01T00:00:00Z";
  }

  private static String manifest(String a, String b) {
    return "{\"%s\": {\"timestamp\": \"%s\"}, \"%s\": {\"timestamp\": %s}}".formatted(A, a, B, b);
  }
}
