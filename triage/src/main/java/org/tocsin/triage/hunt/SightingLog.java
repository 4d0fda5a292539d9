package org.tocsin.triage.hunt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.stix.StixFormat;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.stream.ReportLog;

/**
 * Hands sightings in as submissions of the node itself: from there on they go the way of everything
 * that comes in as STIX. The receipt is the sighting's own UUID, so that handing in the same one
 * twice fills the same slot.
 */
final class SightingLog {
  /** No identity provider gives such a name to anybody. */
  static final String SUBMITTER = "node:retro-hunt";

  static final Origin ORIGIN = new Origin("tocsin", "retro-hunt");

  private final ReportLog log;
  private final InstantSource clock;

  SightingLog(ReportLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * Returns once it is kept.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when it may not be; to be repeated
   */
  void append(StixObject sighting, Tlp tlp) {
    UUID receipt = UUID.fromString(sighting.id().substring("sighting--".length()));
    byte[] bytes = sighting.json().toString().getBytes(StandardCharsets.UTF_8);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    log.append(submission(receipt, tlp, now, State.OPENED, List.of(), bytes));
    RawLocation kept = append(raw(receipt, tlp, now, bytes));
    Frame frame = new Frame(kept.partition(), kept.offset(), 1);
    log.append(submission(receipt, tlp, now, State.SEALED, List.of(frame), bytes));
  }

  private RawLocation append(RawRecord raw) {
    try {
      return log.append(Lane.BULK, raw).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static RawRecord raw(UUID receipt, Tlp tlp, Instant now, byte[] bytes) {
    return new RawRecord(
        receipt,
        0,
        ORIGIN,
        SUBMITTER,
        StixFormat.NAME,
        null,
        tlp,
        tlp,
        now,
        1,
        1,
        new byte[0],
        bytes);
  }

  private static Submission submission(
      UUID receipt, Tlp tlp, Instant now, State state, List<Frame> frames, byte[] bytes) {
    boolean sealed = state == State.SEALED;
    return new Submission(
        receipt,
        SUBMITTER,
        ORIGIN,
        null,
        StixFormat.NAME,
        Lane.BULK,
        tlp,
        now,
        state,
        sealed ? 1 : 0,
        sealed ? bytes.length : 0,
        sealed ? sha256(bytes) : null,
        frames,
        null);
  }

  private static @Nullable String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
