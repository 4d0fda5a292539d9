package org.tocsin.model.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/**
 * One submission as its collector knows it: opened before the first byte is kept, then sealed by
 * its end or aborted. Each of these states is written down whole, the last one counts.
 *
 * @param receipt its id
 * @param submitter the person or machine that sent it in
 * @param origin provider and feed
 * @param name the original file name, null when none was given
 * @param format the format it is read as
 * @param lane the lane it went into
 * @param tlp the level declared for it, null when none was
 * @param kind what it says about the submissions of its feed before it
 * @param openedAt when its first byte was read; the hour it is accounted under
 * @param state how far it came
 * @param records how many records the framer counted, in all raw records written so far
 * @param bytes how many bytes were read
 * @param sha256 hash of those bytes in hex, null unless sealed
 * @param frames the raw records written, in order
 * @param fault why it was aborted, null otherwise
 */
public record Submission(
    UUID receipt,
    String submitter,
    Origin origin,
    @Nullable String name,
    String format,
    Lane lane,
    @Nullable Tlp tlp,
    FeedKind kind,
    Instant openedAt,
    State state,
    long records,
    long bytes,
    @Nullable String sha256,
    List<Frame> frames,
    @Nullable String fault) {

  /** How far a submission came. */
  public enum State {
    OPENED,
    SEALED,
    ABORTED
  }

  /** What was written down before there were lists tells of events. */
  public Submission {
    kind = Objects.requireNonNullElse(kind, FeedKind.EVENTS);
    frames = List.copyOf(frames);
  }

  /** A submission of events. */
  public Submission(
      UUID receipt,
      String submitter,
      Origin origin,
      @Nullable String name,
      String format,
      Lane lane,
      @Nullable Tlp tlp,
      Instant openedAt,
      State state,
      long records,
      long bytes,
      @Nullable String sha256,
      List<Frame> frames,
      @Nullable String fault) {
    this(
        receipt,
        submitter,
        origin,
        name,
        format,
        lane,
        tlp,
        FeedKind.EVENTS,
        openedAt,
        state,
        records,
        bytes,
        sha256,
        frames,
        fault);
  }
}
