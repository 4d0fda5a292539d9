package org.tocsin.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import org.tocsin.store.StoredReject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An outcome as a document, its rejects inside. */
public final class OutcomeDocument {
  private OutcomeDocument() {}

  /**
   * The document's JSON, on one line.
   *
   * @param writtenAt the time of writing, by this process's clock
   */
  public static byte[] json(Outcome outcome, Instant writtenAt) {
    return JsonText.of(json -> {
      json.text("receipt", outcome.receipt().toString())
          .number("number", outcome.number())
          .text("provider", outcome.origin().provider())
          .text("feed", outcome.origin().feed())
          .text("submitter", outcome.submitter())
          .text("format", outcome.format())
          .number("normaliser", outcome.normaliser())
          .time("collected_at", outcome.collectedAt())
          .time("written_at", writtenAt)
          .number("collected", outcome.collected())
          .number("observed", outcome.observed())
          .number("duplicate", outcome.duplicate())
          .number("suppressed", outcome.suppressed())
          .number("rejected", outcome.rejected())
          .texts("incidents", outcome.incidents().stream().map(UUID::toString).toList())
          .texts("reasons", reasons(outcome))
          .list("rejects", outcome.rejects(), reject -> write(json, reject));
      new RawFields(outcome.raw(), 0, 0).write(json);
    });
  }

  /** The rejects listed in a document, in their order. */
  public static List<StoredReject> rejects(ObjectNode source) {
    UUID receipt = UUID.fromString(source.path("receipt").asString());
    int number = source.path("number").asInt();
    List<StoredReject> rejects = new ArrayList<>();
    for (JsonNode each : source.path("rejects")) {
      Reject reject = read(each);
      rejects.add(
          new StoredReject(
              new Slot(receipt, number, reject.position()),
              new Origin(source.path("provider").asString(), source.path("feed").asString()),
              source.path("submitter").asString(),
              source.path("format").asString(),
              Instant.parse(source.path("collected_at").asString()),
              RawFields.read(source).location(),
              reject));
    }
    return rejects;
  }

  private static List<String> reasons(Outcome outcome) {
    return outcome.rejects().stream().map(reject -> reject.reason().key()).distinct().toList();
  }

  private static void write(JsonText json, Reject reject) {
    json.number("position", reject.position());
    if (reject.line() != null) {
      json.number("line", reject.line());
    }
    json.text("path", reject.path())
        .text("reason", reject.reason().key())
        .text("detail", reject.detail());
  }

  private static Reject read(JsonNode reject) {
    @Nullable JsonNode line = reject.get("line");
    @Nullable JsonNode path = reject.get("path");
    return new Reject(
        reject.path("position").asInt(),
        line == null ? null : line.asLong(),
        path == null ? null : path.asString(),
        RejectReason.ofKey(reject.path("reason").asString()).orElse(RejectReason.UNREADABLE),
        reject.path("detail").asString());
  }
}
