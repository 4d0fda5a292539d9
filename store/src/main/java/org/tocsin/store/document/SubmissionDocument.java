package org.tocsin.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A submission as a document. */
public final class SubmissionDocument {
  private static final long SEALED_FIRST = 1L << 61;

  private SubmissionDocument() {}

  /**
   * The document's JSON, on one line.
   *
   * @param writtenAt the time of writing, by this process's clock
   */
  public static byte[] json(Submission submission, Instant writtenAt) {
    Tlp tlp = submission.tlp();
    return JsonText.of(json ->
        json.text("receipt", submission.receipt().toString())
            .text("submitter", submission.submitter())
            .text("provider", submission.origin().provider())
            .text("feed", submission.origin().feed())
            .text("name", submission.name())
            .text("format", submission.format())
            .text("lane", submission.lane().key())
            .text("tlp", tlp == null ? null : tlp.name())
            .text("kind", submission.kind() == FeedKind.LIST ? FeedKind.LIST.key() : null)
            .time("opened_at", submission.openedAt())
            .time("written_at", writtenAt)
            .text("state", submission.state().name())
            .number("records", submission.records())
            .number("bytes", submission.bytes())
            .text("sha256", submission.sha256())
            .text("fault", submission.fault())
            .numbers("reach", Reach.of(submission.lane(), submission.frames()))
            .tree("frames", frames(submission)));
  }

  /** Reads a document. */
  public static Submission read(ObjectNode source) {
    String tlp = text(source, "tlp");
    return new Submission(
        UUID.fromString(source.path("receipt").asString()),
        source.path("submitter").asString(),
        new Origin(source.path("provider").asString(), source.path("feed").asString()),
        text(source, "name"),
        source.path("format").asString(),
        Lane.valueOf(source.path("lane").asString().toUpperCase(Locale.ROOT)),
        tlp == null ? null : Tlp.valueOf(tlp),
        FeedKind.parse(source.path("kind").asString("")).orElse(FeedKind.EVENTS),
        Instant.parse(source.path("opened_at").asString()),
        Submission.State.valueOf(source.path("state").asString()),
        source.path("records").asLong(),
        source.path("bytes").asLong(),
        text(source, "sha256"),
        frames(source.path("frames")),
        text(source, "fault"));
  }

  /**
   * Which of two states of a submission counts. A sealed one is never taken back, whatever a late
   * repetition says; otherwise the later attempt counts, and in it the end over the beginning.
   */
  public static long order(Submission submission) {
    long attempt = StixTime.epochMicros(IndexedTime.clamp(submission.openedAt())) * 4;
    return switch (submission.state()) {
      case OPENED -> attempt;
      case ABORTED -> attempt + 1;
      case SEALED -> attempt + SEALED_FIRST;
    };
  }

  /** Three numbers for each raw record; there may be thousands. */
  private static ArrayNode frames(Submission submission) {
    ArrayNode frames = StixJson.MAPPER.createArrayNode();
    for (Frame frame : submission.frames()) {
      frames.addArray().add(frame.partition()).add(frame.offset()).add(frame.records());
    }
    return frames;
  }

  private static List<Frame> frames(JsonNode frames) {
    List<Frame> list = new ArrayList<>(frames.size());
    for (JsonNode frame : frames) {
      list.add(new Frame(frame.path(0).asInt(), frame.path(1).asLong(), frame.path(2).asInt()));
    }
    return list;
  }

  private static @Nullable String text(ObjectNode source, String name) {
    JsonNode value = source.get(name);
    return value == null ? null : value.asString();
  }
}
