package org.tocsin.web.fake;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.journal.Court;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.store.Accounts;
import org.tocsin.store.Decisions;
import org.tocsin.store.Observations;
import org.tocsin.store.Rejects;
import org.tocsin.store.StixObjects;
import org.tocsin.store.Warnings;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.store.subscription.KnownSubscriptions;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.stream.Journal;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.SubmissionReader;

/** Everything the web asks of stream and store, in memory. */
@Configuration(proxyBeanMethods = false)
public class FakePorts {
  /** What the organisation of {@link As} serves. */
  public static final String HOME = "192.0.2.0/26";

  @Bean
  Kept kept() {
    return new Kept();
  }

  @Bean
  Fetching fetching(Judged judged) {
    return new Fetching(judged);
  }

  @Bean
  Streamed streamed() {
    return new Streamed();
  }

  /** What organisations belong to. */
  public static final class Belonging implements Memberships {
    private static final Constituency SERVED = new Constituency(List.of(NetworkAsset.parse(HOME)));

    /** What is looked at; null for the organisation of {@link As} alone. */
    public volatile @Nullable Memberships said;

    /** The organisation of {@link As} serves some addresses and is in one group. */
    @Override
    public Membership of(String organisation) {
      Memberships other = said;
      if (other != null) {
        return other.of(organisation);
      }
      return organisation.equals(As.ORGANISATION)
          ? new Membership(Set.of("energy"), SERVED)
          : Membership.NONE;
    }
  }

  @Bean
  Belonging memberships() {
    return new Belonging();
  }

  @Bean
  Observations observations(Kept kept) {
    return kept.observations();
  }

  @Bean
  StixObjects stixObjects(Kept kept) {
    return kept.objects();
  }

  @Bean
  Rejects rejects(Kept kept) {
    return kept.rejects();
  }

  @Bean
  Led led() {
    return new Led();
  }

  @Bean
  Accounts accounts(Kept kept) {
    return kept.accounts();
  }

  @Bean
  ProgressReader progressReader(Streamed streamed) {
    return streamed.progress();
  }

  @Bean
  SubmissionReader submissionReader(Streamed streamed) {
    return streamed.submissions();
  }

  @Bean
  ReportLog reportLog(Streamed streamed) {
    return streamed.log();
  }

  @Bean
  AttachmentLog attachmentLog(Streamed streamed) {
    return streamed.attachmentLog();
  }

  @Bean
  Judged judged() {
    return new Judged();
  }

  @Bean
  Warnings warnings(Judged judged, Kept kept) {
    return new Warned(judged, kept);
  }

  @Bean
  Followed followed(Kept kept, Judged judged) {
    return new Followed(kept, judged);
  }

  @Bean
  Carried carried() {
    return new Carried();
  }

  @Bean
  Court court(Judged judged) {
    return judged.court();
  }

  @Bean
  Decisions decisions(Judged judged) {
    return judged.decisions();
  }

  @Bean
  Journal journal(Judged judged) {
    return judged.journal();
  }

  @Bean
  JournalReader journalReader(Judged judged) {
    return judged.reader();
  }

  /** Looks again every time it is asked: the clock runs fast. */
  @Bean
  KnownDirectory knownDirectory(Judged judged) {
    AtomicLong minutes = new AtomicLong();
    return new KnownDirectory(
        judged.directory(), () -> Made.NOON.plus(minutes.incrementAndGet(), ChronoUnit.MINUTES));
  }

  /** Looks again every time it is asked, too. */
  @Bean
  KnownSubscriptions knownSubscriptions(Judged judged) {
    AtomicLong minutes = new AtomicLong();
    return new KnownSubscriptions(
        judged.subscriptions(),
        () -> Made.NOON.plus(minutes.incrementAndGet(), ChronoUnit.MINUTES));
  }

  @Bean
  NodeSecret nodeSecret() {
    return new NodeSecret(new byte[NodeSecret.SHORTEST]);
  }

  @Bean
  Formats formats() {
    return new Formats(
        List.of(new Named("shadowserver", Framing.ROWS), new Named("stix-2.1", Framing.OBJECTS)));
  }

  @Bean
  WarningList warningList() {
    return WarningList.shipped();
  }

  /** A format that is known by name alone. */
  public record Named(String name, Framing framing) implements Format {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public int recognise(Sample sample) {
      return 0;
    }

    @Override
    public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
      return new Normalised(List.of(), List.of());
    }
  }
}
