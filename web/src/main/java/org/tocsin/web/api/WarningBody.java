package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.warning.Approval;
import org.tocsin.model.warning.Rejection;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningAcknowledgement;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.model.warning.Withdrawal;
import org.tocsin.model.warning.WorkingCopy;
import org.tocsin.web.warning.SeenWarning;

/**
 * A warning, as far as a reader may see it.
 *
 * @param version for the next command's {@code expectedVersion}; for the team
 * @param state draft, in-review, published, expired or withdrawn
 * @param stix id of its report in what programs get; null until it is published
 * @param content what is published, or while nothing is, what is written
 * @param published number of the version that is published, null where none is
 * @param publishedAt when that became visible
 * @param versions what was published, the first one first, without content
 * @param working what is to be published next; for the team
 * @param acknowledged whether the reader has acknowledged what is published
 * @param acknowledgements who has seen it; readers see their own organisation's
 * @param withdrawal its end, null where it was not taken back
 * @param replaces id of the one whose place it took, null where there is none to see
 * @param replacedBy id of the one that took its place, null where there is none to see
 * @param createdBy who made it; for the team
 */
@JsonInclude(Include.NON_NULL)
record WarningBody(
    UUID id,
    String number,
    @Nullable Long version,
    String state,
    @Nullable String stix,
    @JsonUnwrapped WarningContentBody content,
    @Nullable Integer published,
    @Nullable String publishedAt,
    List<Version> versions,
    @Nullable Working working,
    boolean acknowledged,
    List<Seen> acknowledgements,
    @Nullable End withdrawal,
    @Nullable UUID replaces,
    @Nullable UUID replacedBy,
    @Nullable String createdBy,
    String changedAt) {

  /** A published version; who published and approved it is for the team. */
  @JsonInclude(Include.NON_NULL)
  record Version(
      int number,
      String at,
      String title,
      String tlp,
      @Nullable String note,
      String hash,
      @Nullable String publishedBy,
      @Nullable String approvedBy) {
    static Version of(WarningVersion version, boolean whole) {
      return new Version(
          version.number(),
          StixTime.micros(version.at()),
          version.content().title(),
          version.content().tlp().label(),
          version.note(),
          version.hash(),
          whole ? version.by() : null,
          whole ? version.approvedBy() : null);
    }
  }

  /**
   * What is to be published next.
   *
   * @param hash what an approval has to name
   * @param changedBy who may not approve it
   * @param approved whether it may be published as it is
   */
  @JsonInclude(Include.NON_NULL)
  record Working(
      String state,
      String hash,
      List<String> changedBy,
      boolean approved,
      @Nullable Approval approval,
      @Nullable Rejection rejection,
      @Nullable String note,
      WarningContentBody content) {
    static @Nullable Working of(@Nullable WorkingCopy working, Reader reader) {
      return working == null
          ? null
          : new Working(
              working.inReview() ? "in-review" : "draft",
              working.content().hash(),
              working.changedBy(),
              working.isApproved(),
              working.approval(),
              working.rejection(),
              working.note(),
              WarningContentBody.of(working.content(), reader));
    }
  }

  /** Somebody has seen a version. */
  @JsonInclude(Include.NON_NULL)
  record Seen(String by, @Nullable String organisation, int version, String at) {
    static Seen of(WarningAcknowledgement one) {
      return new Seen(one.by(), one.organisation(), one.version(), StixTime.micros(one.at()));
    }
  }

  /** It was taken back; by whom is for the team. */
  @JsonInclude(Include.NON_NULL)
  record End(String at, String reason, @Nullable String by) {
    static @Nullable End of(@Nullable Withdrawal end) {
      return end == null
          ? null
          : new End(StixTime.micros(end.at()), end.reason(), end.by().isEmpty() ? null : end.by());
    }
  }

  static WarningBody of(SeenWarning seen) {
    Warning warning = seen.warning();
    boolean whole = seen.whole();
    @Nullable WarningVersion published = warning.published().orElse(null);
    return new WarningBody(
        warning.id(),
        warning.number(),
        whole ? seen.version() : null,
        seen.state().key(),
        published == null ? null : "report--" + warning.id(),
        WarningContentBody.of(warning.content(), seen.reader()),
        published == null ? null : published.number(),
        published == null ? null : StixTime.micros(published.at()),
        warning.versions().stream().map(version -> Version.of(version, whole)).toList(),
        Working.of(warning.working(), seen.reader()),
        seen.acknowledged(),
        warning.acknowledgements().stream().map(Seen::of).toList(),
        End.of(warning.withdrawal()),
        warning.replaces(),
        warning.replacedBy(),
        whole ? warning.createdBy() : null,
        StixTime.micros(warning.changedAt()));
  }
}
