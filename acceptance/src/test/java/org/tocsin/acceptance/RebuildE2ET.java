package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./tocsin rebuild} beside the running node, while files come in: nobody who reads can tell.
 * Comes first, because a rebuild reads all that other tests have sent in.
 */
@Order(1)
@ExtendWith(RunningNode.class)
class RebuildE2ET {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String PROVIDER = "rebuilt";
  private static final String MEANWHILE = "meanwhile";
  private static final int ROWS = 1_200;

  private static final String WITH_REJECT =
      """
      "timestamp","ip","protocol","port","hostname","tag","asn","geo"
      "2026-11-01 00:00:00","192.0.2.1","tcp",80,"a.example.com","http",64500,"ZZ"
      "yesterday","192.0.2.2","tcp",80,"b.example.com","http",64500,"ZZ"
      """;

  private final Node node;

  RebuildE2ET(Node node) {
    this.node = node;
  }

  @Test
  void shouldChangeNothingForReadersAndLoseNothingThatComesInMeanwhile() throws Exception {
    OutbreakFile outbreak = OutbreakFile.of(ROWS, 1);
    List<String> receipts =
        List.of(
            submit("name=scan_http.csv", outbreak.bytes()),
            submit("name=scan_http.csv&tlp=RED", outbreak.bytes()),
            submit("name=scan_http.csv", WITH_REJECT.getBytes(StandardCharsets.UTF_8)),
            submit("", sample("outbreak-bundle.json")),
            submit("", sample("outbreak-bundle.json")),
            submit("", sample("faulty-bundle.json")));
    receipts.forEach(receipt -> node.completeAccount(receipt, LIMIT));
    Seen before = Seen.of(node, PROVIDER, receipts);
    assertThat(before.observations().cursors()).hasSizeGreaterThan(ROWS / 2 / Seen.Walk.LIMIT);
    assertThat(before.versions().items()).hasSizeGreaterThan(before.objects().items().size());
    assertThat(before.rejects()).isNotEmpty();

    List<Sent> meanwhile = new ArrayList<>();
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Launcher.Result> rebuild = thread.submit(() -> node.launcher().run("rebuild"));
      do {
        meanwhile.add(sendMeanwhile(meanwhile.size()));
      } while (!rebuild.isDone());
      assertThat(rebuild.get().exit()).as(rebuild.get().output()).isZero();
      assertThat(rebuild.get().output()).contains("rebuilt: generation ");
    }

    assertThat(Seen.of(node, PROVIDER, receipts)).isEqualTo(before);
    assertThatCursorsStillWork(before.observations());
    assertThatAllIsThereOnce(meanwhile);
    assertThat(again("name=scan_http.csv", outbreak.bytes()).path("duplicate").asInt())
        .isEqualTo(ROWS);
    assertThat(again("", sample("outbreak-bundle.json")).path("observed").asInt()).isZero();
  }

  /** A file that came in while the rebuild ran, each under a feed of its own. */
  private record Sent(String receipt, OutbreakFile file) {}

  /** Sends a file and follows it to its end, which a rebuild that holds the writes delays. */
  private Sent sendMeanwhile(int number) {
    OutbreakFile file = OutbreakFile.of(ROWS, number);
    String query = "provider=%s&feed=f%d&name=scan_http.csv".formatted(MEANWHILE, number);
    Sent sent = new Sent(accepted(query, file.bytes()), file);
    node.completeAccount(sent.receipt(), LIMIT);
    return sent;
  }

  private void assertThatCursorsStillWork(Seen.Walk walk) {
    for (int page = 0; page < walk.cursors().size(); page++) {
      JsonNode next =
          Seen.Walk.page(node, "/api/observations?provider=" + PROVIDER, walk.cursors().get(page));
      int from = Math.min(walk.ids().size(), (page + 1) * Seen.Walk.LIMIT);
      int to = Math.min(walk.ids().size(), from + Seen.Walk.LIMIT);
      assertThat(next.path("items").valueStream().map(item -> item.path("id").asString()))
          .containsExactlyElementsOf(walk.ids().subList(from, to));
    }
  }

  private void assertThatAllIsThereOnce(List<Sent> sent) {
    int distinct = 0;
    for (Sent each : sent) {
      JsonNode account = node.completeAccount(each.receipt(), LIMIT);
      assertThat(account.path("observed").asInt()).isEqualTo(each.file().distinct());
      assertThat(Node.difference(account)).as("%s", account).isZero();
      distinct += each.file().distinct();
    }
    assertThat(Seen.Walk.over(node, "/api/observations?provider=" + MEANWHILE).ids())
        .hasSize(distinct)
        .doesNotHaveDuplicates();
  }

  private JsonNode again(String query, byte[] body) {
    return node.completeAccount(submit(query, body), LIMIT);
  }

  private String submit(String query, byte[] body) {
    return accepted("provider=" + PROVIDER + "&" + query, body);
  }

  private String accepted(String query, byte[] body) {
    HttpResponse<String> response = node.post(query, body, "analyst");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return Node.json(response).path("receipt").asString();
  }

  private static byte[] sample(String name) throws IOException {
    Path samples = Launcher.repository().resolve("formats/src/test/resources/samples/stix");
    return Files.readAllBytes(samples.resolve(name));
  }
}
