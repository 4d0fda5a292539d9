package org.tocsin.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.ingest.submission.Collector;
import org.tocsin.ingest.submission.EarlierReceipts;
import org.tocsin.ingest.submission.FormatChoice;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.ingest.submission.Room;
import org.tocsin.ingest.submission.RoomLimits;
import org.tocsin.ingest.submission.SubmissionMetrics;
import org.tocsin.ingest.submission.SubmissionRequest;
import org.tocsin.ingest.submission.SubmissionWriter;
import org.tocsin.ingest.unpack.Spools;
import org.tocsin.ingest.unpack.UnpackLimits;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/** Everything of ingest but the ways in, on a log in memory. */
public final class IngestBench {
  public static final NodeNamespace NAMESPACE = new NodeNamespace(new UUID(7, 7));
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  public final RecordingReportLog log = new RecordingReportLog();
  public final StoredSubmissions store = new StoredSubmissions();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final Path spool;
  public FormatChoice formats = FormatChoice.among(SampleFormat.FORMATS);
  public RoomLimits room = RoomLimits.DEFAULTS;
  public UnpackLimits limits = UnpackLimits.DEFAULTS;
  public Optional<Duration> bulkWait = Optional.empty();

  /** Keeps large things in that folder. */
  public IngestBench(Path spool) {
    this.spool = spool;
  }

  /** A collector of its own, as after a restart. */
  public Collector collector() {
    Room shared = new Room(room);
    SubmissionMetrics metrics = new SubmissionMetrics(meters);
    SubmissionWriter writer =
        new SubmissionWriter(
            (request, head) -> formats.choose(request, head),
            log,
            () -> bulkWait,
            shared,
            new Spools(spool, 1L << 30, room.patience()),
            metrics,
            InstantSource.fixed(NOW));
    return new Collector(() -> NAMESPACE, new EarlierReceipts(log, store), writer, metrics, shared);
  }

  public Intake intake() {
    return new Intake(
        collector(),
        (request, head) -> formats.choose(request, head),
        limits,
        new Spools(spool, 1L << 30, room.patience()));
  }

  /** A request of an analyst. */
  public static SubmissionRequest request() {
    return request(null, false, -1);
  }

  public static SubmissionRequest keyed(String key) {
    return request(key, false, -1);
  }

  public static SubmissionRequest request(String key, boolean machine, long length) {
    Terms terms = new Terms(new Origin("shadowserver", "reports"), Tlp.AMBER, Tlp.GREEN);
    return new SubmissionRequest("ann", terms, machine, "a.csv", null, null, length, key, 0);
  }
}
