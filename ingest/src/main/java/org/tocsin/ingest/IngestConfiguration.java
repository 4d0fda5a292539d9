package org.tocsin.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import org.tocsin.formats.Formats;
import org.tocsin.formats.framing.Framer;
import org.tocsin.ingest.folder.FolderWatch;
import org.tocsin.ingest.folder.WatchedFolder;
import org.tocsin.ingest.gate.Gates;
import org.tocsin.ingest.http.HttpConfiguration;
import org.tocsin.ingest.registration.Registrations;
import org.tocsin.ingest.submission.Backpressure;
import org.tocsin.ingest.submission.Collector;
import org.tocsin.ingest.submission.EarlierReceipts;
import org.tocsin.ingest.submission.FormatChoice;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.ingest.submission.Room;
import org.tocsin.ingest.submission.SubmissionMetrics;
import org.tocsin.ingest.submission.SubmissionWriter;
import org.tocsin.ingest.unpack.Spools;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.store.Accounts;
import org.tocsin.store.feed.KnownFeeds;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.SubmissionReader;

/**
 * The role {@code ingest}. Import it where that role is on. Needs {@link ReportLog}, {@link
 * SubmissionReader}, {@link Accounts}, {@link Formats}, a {@code Supplier<NodeNamespace>} and a
 * {@link MeterRegistry}; uses {@link Backpressure}, {@link org.tocsin.ingest.http.ReaderSource},
 * {@link KnownFeeds} and {@link InstantSource} where there is one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestProperties.class, RegistrationProperties.class})
@Import(HttpConfiguration.class)
public class IngestConfiguration {

  @Bean
  Registrations registrations(RegistrationProperties properties) {
    return properties.toRegistrations();
  }

  /** Where nobody knows what was decided, nothing is paused. */
  @Bean
  Gates gates(ObjectProvider<KnownFeeds> known, MeterRegistry registry) {
    KnownFeeds feeds = known.getIfAvailable();
    Gates gates = new Gates(feeds == null ? List::of : feeds::now);
    for (OpenWay way : OpenWay.values()) {
      Gauge.builder("tocsin.way.paused", gates, all -> all.isPaused(way) ? 1 : 0)
          .description("1 while somebody paused this way in")
          .tag("way", way.key())
          .register(registry);
    }
    return gates;
  }

  @Bean
  Room submissionRoom(IngestProperties properties) {
    return new Room(properties.room().toLimits());
  }

  @Bean
  SubmissionMetrics submissionMetrics(MeterRegistry registry) {
    return new SubmissionMetrics(registry);
  }

  @Bean
  SubmissionWriter submissionWriter(
      Formats formats,
      ReportLog log,
      ObjectProvider<Backpressure> backpressure,
      Room room,
      IngestProperties properties,
      SubmissionMetrics metrics,
      ObjectProvider<InstantSource> clock) {
    return new SubmissionWriter(
        FormatChoice.among(formats),
        log,
        backpressure.getIfAvailable(() -> Backpressure.NONE),
        room,
        recordSpools(properties),
        metrics,
        clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  Collector collector(
      Supplier<NodeNamespace> namespace,
      SubmissionReader recent,
      Accounts accounts,
      SubmissionWriter writer,
      SubmissionMetrics metrics,
      Room room) {
    return new Collector(namespace, new EarlierReceipts(recent, accounts), writer, metrics, room);
  }

  @Bean
  Intake intake(Collector collector, Formats formats, IngestProperties properties) {
    Spools archives =
        new Spools(
            properties.spoolFolder(),
            properties.room().archives().toBytes(),
            properties.room().patience());
    return new Intake(
        collector, FormatChoice.among(formats), properties.limits().toLimits(), archives);
  }

  /** Room for two records of each submission at once, so that none ever waits for another here. */
  private static Spools recordSpools(IngestProperties properties) {
    long budget = 2L * properties.room().submissions() * Framer.MAX_RAW_RECORD;
    return new Spools(properties.spoolFolder(), budget, properties.room().patience());
  }

  /** Only where a folder is named. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(FolderNamed.class)
  static class FolderConfiguration {
    @Bean
    WatchedFolder watchedFolder(
        IngestProperties properties,
        Intake intake,
        Gates gates,
        MeterRegistry registry,
        ObjectProvider<InstantSource> clock) {
      WatchedFolder folder =
          new WatchedFolder(
              properties.folder().toSettings(),
              intake,
              () -> gates.isKnown() && !gates.isPaused(OpenWay.FOLDER),
              clock.getIfAvailable(InstantSource::system));
      Gauge.builder("tocsin.folder.waiting", folder, watched -> watched.state().waiting())
          .description("Files in the watched folder that are not taken yet")
          .register(registry);
      return folder;
    }

    @Bean
    FolderWatch folderWatch(WatchedFolder folder) {
      return new FolderWatch(folder);
    }
  }

  /** The property that names the folder is there and not empty. */
  static final class FolderNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(
          context.getEnvironment().getProperty(IngestProperties.FOLDER_PATH));
    }
  }
}
