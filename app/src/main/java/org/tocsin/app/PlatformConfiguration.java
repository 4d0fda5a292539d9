package org.tocsin.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tocsin.alerts.delivery.DeliveryWork;
import org.tocsin.formats.Formats;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.mail.signature.Keys;
import org.tocsin.ingest.http.ReaderSource;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.submission.Backpressure;
import org.tocsin.model.directory.OrganisationRules;
import org.tocsin.model.directory.SharingGroupRules;
import org.tocsin.model.feed.FeedRules;
import org.tocsin.model.incident.IncidentRules;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.model.warning.WarningRules;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.stream.journal.NodeJournal;
import org.tocsin.stream.lane.Backlog;
import org.tocsin.stream.lane.KafkaProgressReader;
import org.tocsin.stream.topics.TopicDeclaration;
import org.tocsin.triage.TriageWork;
import org.tocsin.web.problem.ProblemGlossary;
import org.tocsin.web.problem.ProblemType;
import org.tocsin.web.security.ReaderOf;

/** What every process has, whatever its roles: clock, formats, identity, Kafka, Elasticsearch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FormatProperties.class, NodeProperties.class})
@Import({StreamConfiguration.class, StoreConfiguration.class})
class PlatformConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformConfiguration.class);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  /** A mapping that cannot be used stops the start, and says where it is wrong. */
  @Bean
  Formats formats(FormatProperties properties, Keys keys) {
    return KnownFormats.with(properties.files(), keys, properties.widest());
  }

  /** Signed mail is checked by what the directory holds of its author. */
  @Bean
  Keys keys(KnownDirectory directory) {
    return address -> directory.now().keys(address);
  }

  @Bean
  WarningList warningList(FormatProperties properties) {
    return KnownFormats.warnings(properties.files(), properties.widest());
  }

  /** What webhooks are signed with, and links in mail, is derived of it. */
  @Bean
  NodeSecret nodeSecret(NodeProperties properties) {
    Path file = properties.secret();
    if (file != null) {
      return NodeSecretFile.in(file);
    }
    LOG.warn(
        "no file is named that keeps the node's secret (tocsin.node.secret): what is derived of it"
            + " lasts as long as this process");
    return NodeSecretFile.forNow();
  }

  @Bean
  Rules organisationRules() {
    return new OrganisationRules();
  }

  @Bean
  Rules incidentRules() {
    return new IncidentRules();
  }

  @Bean
  Rules warningRules() {
    return new WarningRules();
  }

  @Bean
  Rules feedRules() {
    return new FeedRules();
  }

  @Bean
  Rules subscriptionRules() {
    return new SubscriptionRules();
  }

  @Bean
  Rules sharingGroupRules() {
    return new SharingGroupRules();
  }

  /** Decides by the rules of every kind of entity, before and after the journal. */
  @Bean
  Court court(ObjectProvider<Rules> rules) {
    return new Court(rules.orderedStream().toList());
  }

  @Bean
  NodeIdentity nodeIdentity(NodeJournal journal) {
    return new NodeIdentity(journal);
  }

  @Bean
  Backpressure backpressure(KafkaProgressReader progress, KafkaProperties properties) {
    return new Backlog(progress, properties.maxLag())::pause;
  }

  /** Collectors learn who sends a report from the same tokens as everybody else. */
  @Bean
  ReaderSource readerSource() {
    return () -> ReaderOf.authentication(SecurityContextHolder.getContext().getAuthentication());
  }

  /** So do the ways out, with what the directory says of the reader's organisation. */
  @Bean
  org.tocsin.alerts.ReaderSource alertsReaderSource(Memberships memberships) {
    return () ->
        ReaderOf.authentication(SecurityContextHolder.getContext().getAuthentication())
            .knownTo(memberships);
  }

  /**
   * What collectors refuse with is explained beside the other problems, unless its name is taken.
   */
  @Bean
  ProblemGlossary refusals() {
    Set<String> explained =
        Arrays.stream(ProblemType.values()).map(ProblemType::key).collect(Collectors.toSet());
    return new ProblemGlossary(
        Arrays.stream(Refusal.values())
            .filter(refusal -> !explained.contains(refusal.key()))
            .map(refusal -> new ProblemGlossary.Entry(refusal.key(), refusal.title()))
            .toList());
  }

  @Bean
  @ConditionalOnWebApplication
  Preparation preparation(
      TopicDeclaration topics,
      NodeIdentity identity,
      ElasticsearchStore store,
      ObjectProvider<TriageWork> triage,
      ObjectProvider<DeliveryWork> deliveries) {
    List<Preparation.Step> steps = new ArrayList<>();
    steps.add(new Preparation.Step("topics", topics::declare));
    steps.add(new Preparation.Step("node identity", identity::learn));
    steps.add(new Preparation.Step("indices", store::keepUp));
    triage.ifAvailable(work -> steps.add(new Preparation.Step("triage", work::start)));
    deliveries.ifAvailable(work -> steps.add(new Preparation.Step("deliveries", work::start)));
    return new Preparation(steps);
  }

  @Bean
  @ConditionalOnWebApplication
  CheckedHealth preparationHealthIndicator(Preparation preparation) {
    return new CheckedHealth(preparation::missing);
  }
}
