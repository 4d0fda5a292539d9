package org.tocsin.taxiicheck;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What becomes of objects that are added (sections 4.3 and 5.5). Leaves an indicator behind. */
final class AddRules {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** A body longer than this is not sent, only to be refused. */
  private static final long LONGEST = 128L << 20;

  private final Server server;
  private final URI root;
  private final Collection collection;
  private final Findings findings;
  private final String id = "indicator--" + UUID.randomUUID();
  private final String created = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();

  AddRules(Server server, URI root, Collection collection, Findings findings) {
    this.server = server;
    this.root = root;
    this.collection = collection;
    this.findings = findings;
  }

  void examine() {
    findings.rule(
        "5.5",
        "What is added is 202 with a status, which becomes complete",
        () -> added(envelope(created), 1));
    findings.rule("5.5", "The same once more is no failure", () -> added(envelope(created), 1));
    findings.rule(
        "5.5",
        "A second version is added beside the first",
        () -> {
          String later = Instant.parse(created).plusSeconds(1).toString();
          added(envelope(later), 1);
          NotSeenException.unless(collection.isReadable(), "whoever adds here may not read it");
          until(
              "both versions are there",
              () ->
                  Page.of(server.get(collection.object(id), Map.of("match[version]", "all")))
                          .objects()
                          .size()
                      == 2);
        });
    findings.rule(
        "5.5",
        "What is no envelope is 400 or 422",
        () ->
            server
                .post(collection.objects(), "{\"objects\": [".getBytes(StandardCharsets.UTF_8))
                .withStatus(400, 422));
    findings.rule(
        "4.2.1",
        "A body longer than max_content_length is 413",
        () -> {
          long most = server.get(root).ok().json().path("max_content_length").asLong();
          NotSeenException.unless(most <= LONGEST, "it would have to be longer than " + LONGEST);
          byte[] blanks =
              " ".repeat((int) Math.min(most + 1, LONGEST + 1)).getBytes(StandardCharsets.UTF_8);
          server.post(collection.objects(), BodyPublishers.ofByteArray(blanks)).withStatus(413);
        });
  }

  private void added(byte[] envelope, long objects) {
    Reply reply = server.post(collection.objects(), envelope).withStatus(202);
    BrokenException.unless(
        reply.isTaxii(), "the status came with Content-Type '%s'", reply.header("Content-Type"));
    String status = status(reply.json());
    URI address = root.resolve("status/" + status + "/");
    until(
        "the status is complete",
        () -> {
          JsonNode said = server.get(address).ok().json();
          BrokenException.unless(status(said).equals(status), "it is told with another id");
          return said.path("status").asString().equals("complete");
        });
    JsonNode end = server.get(address).ok().json();
    BrokenException.unless(
        end.path("success_count").asLong() == objects && end.path("failure_count").asLong() == 0,
        "it ended as %s",
        end);
  }

  /** Holds a status to section 4.3.1; gives its id. */
  private static String status(JsonNode said) {
    String stands = Rules.text(said, "status");
    BrokenException.unless(
        stands.equals("complete") || stands.equals("pending"), "'status' is %s", stands);
    long total = Rules.number(said, "total_count", 0);
    long told =
        Rules.number(said, "success_count", 0)
            + Rules.number(said, "failure_count", 0)
            + Rules.number(said, "pending_count", 0);
    BrokenException.unless(
        total == 0 || total == told, "its counts are %d together, not %d", told, total);
    if (said.has("request_timestamp")) {
      Rules.timestamp("request_timestamp", Rules.text(said, "request_timestamp"));
    }
    return Rules.identifier(said, "id");
  }

  private byte[] envelope(String modified) {
    return """
    {"objects": [{"type": "indicator", "spec_version": "2.1", "id": "%s", "created": "%s",
      "modified": "%s", "name": "Left by a conformance check", "pattern_type": "stix",
      "pattern": "[domain-name:value = 'taxii-check.example']", "valid_from": "%s"}]}
    """
        .formatted(id, created, modified, created)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Something to wait for. */
  private interface Wish {
    boolean isTrue();
  }

  private static void until(String what, Wish wish) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!wish.isTrue()) {
      BrokenException.unless(
          Instant.now().isBefore(end),
          "after %d s it is not so that %s",
          PATIENCE.toSeconds(),
          what);
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting", e);
      }
    }
  }
}
