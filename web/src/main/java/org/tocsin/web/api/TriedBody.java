package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;
import org.tocsin.web.feed.TriedSample;
import tools.jackson.databind.node.ObjectNode;

/**
 * What would come of a sample.
 *
 * @param name the file name it came under
 * @param guesses how sure formats were of it, 1 to 100, the surest first; empty where the
 *     definition says one
 * @param accepted how many records were understood of those that were read
 * @param unread how many records were not looked at
 */
@JsonInclude(Include.NON_NULL)
record TriedBody(
    @Nullable String name,
    List<TriedSample.Guess> guesses,
    int accepted,
    int rejected,
    int suppressed,
    long unread,
    List<RecordBody> records) {

  /**
   * What would come of one record.
   *
   * @param number which one it is, from 1
   * @param verdict accepted, rejected or suppressed
   * @param tlp the level of its first object
   * @param objects the resulting STIX
   * @param rule the rule that keeps it out
   */
  @JsonInclude(Include.NON_NULL)
  record RecordBody(
      long number,
      String format,
      String verdict,
      @Nullable String tlp,
      @Nullable List<ObjectNode> objects,
      @Nullable RejectBody reject,
      @Nullable String rule) {
    static RecordBody of(TriedSample.Tried tried) {
      Reject reject = tried.reject();
      if (reject != null) {
        return new RecordBody(
            tried.number(), tried.format(), "rejected", null, null, RejectBody.of(reject), null);
      }
      if (tried.rule() != null) {
        return new RecordBody(
            tried.number(), tried.format(), "suppressed", null, null, null, tried.rule());
      }
      return new RecordBody(
          tried.number(),
          tried.format(),
          "accepted",
          tried.facts().getFirst().tlp().label(),
          tried.facts().stream().flatMap(TriedBody::objects).map(StixObject::json).toList(),
          null,
          null);
    }

    /** Why a record can not be taken. */
    @JsonInclude(Include.NON_NULL)
    record RejectBody(String reason, @Nullable Long line, @Nullable String path, String detail) {
      static RejectBody of(Reject reject) {
        return new RejectBody(reject.reason().key(), reject.line(), reject.path(), reject.detail());
      }
    }
  }

  static TriedBody of(TriedSample tried) {
    return new TriedBody(
        tried.name(),
        tried.guesses(),
        tried.accepted(),
        tried.rejected(),
        tried.suppressed(),
        tried.unread(),
        tried.records().stream().map(RecordBody::of).toList());
  }

  private static Stream<StixObject> objects(Fact fact) {
    return switch (fact) {
      case Observation observation -> observation.objects().stream();
      case StixVersion version -> Stream.of(version.object());
    };
  }
}
