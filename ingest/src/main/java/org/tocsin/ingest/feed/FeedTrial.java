package org.tocsin.ingest.feed;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Formats;
import org.tocsin.formats.Sample;
import org.tocsin.ingest.feed.TrialResult.Guess;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.submission.Collector;
import org.tocsin.ingest.submission.EarlierReceipts;
import org.tocsin.ingest.submission.FormatChoice;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.ingest.submission.Room;
import org.tocsin.ingest.submission.RoomLimits;
import org.tocsin.ingest.submission.SubmissionMetrics;
import org.tocsin.ingest.submission.SubmissionWriter;
import org.tocsin.ingest.unpack.Spools;
import org.tocsin.ingest.unpack.UnpackLimits;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.outward.OutwardClient;

/**
 * Takes a sample all the way a feed takes, from its bytes to STIX, and keeps nothing of it.
 * Thread-safe; a few at a time.
 */
public final class FeedTrial {
  /** How large a sample may be that is given. */
  public static final int MOST_BYTES = 1024 * 1024;

  /** How many records are shown. */
  public static final int MOST_RECORDS = 100;

  /** Ways that leave what they fetch as it was. */
  private static final Set<WayIn> HARMLESS = EnumSet.of(WayIn.URL, WayIn.TAXII, WayIn.MISP);

  /** Two at a time, each with little in flight: nothing is sent. */
  private static final RoomLimits LIMITS =
      new RoomLimits(2, 1, 1L << 20, 1L << 20, Duration.ofSeconds(10));

  private static final UnpackLimits UNPACKED = new UnpackLimits(256L << 20, 200, 20, 64L << 20);

  private final Formats formats;
  private final Supplier<NodeNamespace> namespace;
  private final Secrets secrets;
  private final @Nullable OutwardClient client;
  private final Spools spools;
  private final Room room = new Room(LIMITS);
  private final SubmissionMetrics metrics = new SubmissionMetrics(new SimpleMeterRegistry());
  private final InstantSource clock;

  /**
   * Trials.
   *
   * @param client what fetches, null where this process does not
   * @param folder where what is large lies for a moment
   */
  FeedTrial(
      Formats formats,
      Supplier<NodeNamespace> namespace,
      Secrets secrets,
      @Nullable OutwardClient client,
      Path folder,
      InstantSource clock) {
    this.formats = formats;
    this.namespace = namespace;
    this.secrets = secrets;
    this.client = client;
    this.spools = new Spools(folder, 256L << 20, LIMITS.patience());
    this.clock = clock;
  }

  /** The first submission is enough of a feed, which may be thousands. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super("enough", null, false, false);
    }
  }

  /** Whether a feed's own beginning can be fetched here. */
  public boolean canFetch() {
    return client != null;
  }

  /**
   * Reads what is given as if it had been fetched.
   *
   * @param name the file name it would have, null for none
   * @throws RefusedException when it could not be taken
   * @throws org.tocsin.ingest.refusal.RetryableRefusalException when others are at it
   */
  public TrialResult read(FeedDefinition feed, byte[] sample, @Nullable String name) {
    if (sample.length > MOST_BYTES) {
      throw new RefusedException(
          Refusal.TOO_LARGE, "A sample has at most " + MOST_BYTES + " bytes.");
    }
    Trying trying = new Trying(false);
    new FeedSubmission(feed, trying.intake)
        .submit(
            FeedMemory.NEW,
            new ByteArrayInputStream(sample),
            name,
            null,
            feed.format(),
            sample.length,
            "");
    return trying.result();
  }

  /**
   * Fetches the beginning of the feed and reads it.
   *
   * @throws org.tocsin.outward.FetchFailedException when it can not be fetched
   * @throws org.tocsin.outward.RetryableFetchException when it can not be fetched just now
   * @throws RefusedException when it could not be taken
   * @throws org.tocsin.ingest.refusal.RetryableRefusalException when others are at it
   */
  public TrialResult fetch(FeedDefinition feed) {
    if (client == null) {
      throw new IllegalStateException("nothing is fetched here");
    }
    if (!HARMLESS.contains(feed.way())) {
      throw new RefusedException(
          Refusal.BAD_PARAMETER, "Fetching it would change it; give a sample instead.");
    }
    Trying trying = new Trying(true);
    try {
      Ways.byHttp(feed, client, trying.intake, secrets).pull(FeedMemory.NEW, any -> {});
    } catch (EnoughException e) {
      return trying.result();
    }
    return trying.result();
  }

  /** One trial: an intake like every other, over a log that keeps nothing. */
  private final class Trying {
    private final TrialLog log = new TrialLog(formats, namespace, MOST_RECORDS);
    private final List<Guess> guesses = new ArrayList<>();
    private final Intake intake;

    Trying(boolean first) {
      FormatChoice among = FormatChoice.among(formats);
      FormatChoice noting =
          (request, head) -> {
            if (request.format() == null && guesses.isEmpty()) {
              formats
                  .guesses(new Sample(request.name(), request.contentType(), head))
                  .forEach(
                      guess -> guesses.add(new Guess(guess.format().name(), guess.sureness())));
            }
            return among.choose(request, head);
          };
      SubmissionWriter writer =
          new SubmissionWriter(noting, log, () -> goOn(first), room, spools, metrics, clock);
      // A receipt of its own each time, so that none is one that was given before.
      NodeNamespace own = new NodeNamespace(UUID.randomUUID());
      Collector collector = new Collector(() -> own, EarlierReceipts.none(), writer, metrics, room);
      intake = new Intake(collector, noting, UNPACKED, spools);
    }

    private Optional<Duration> goOn(boolean first) {
      if (first && log.hasOne()) {
        throw new EnoughException();
      }
      return Optional.empty();
    }

    TrialResult result() {
      return log.result(guesses);
    }
  }
}
