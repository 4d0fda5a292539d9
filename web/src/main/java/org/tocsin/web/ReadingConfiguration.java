package org.tocsin.web;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.formats.Formats;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.model.journal.Court;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.store.Accounts;
import org.tocsin.store.Decisions;
import org.tocsin.store.Deliveries;
import org.tocsin.store.Incidents;
import org.tocsin.store.Observations;
import org.tocsin.store.ReceiptIncidents;
import org.tocsin.store.Rejects;
import org.tocsin.store.StixObjects;
import org.tocsin.store.Warnings;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.store.subscription.KnownSubscriptions;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.Journal;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.SubmissionReader;
import org.tocsin.web.account.HourlyAccounts;
import org.tocsin.web.account.KnownProgress;
import org.tocsin.web.account.Receipts;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.directory.DirectoryDesk;
import org.tocsin.web.directory.FoundDirectory;
import org.tocsin.web.feed.FeedDesk;
import org.tocsin.web.feed.Feeds;
import org.tocsin.web.feed.TrialDesk;
import org.tocsin.web.feed.Trials;
import org.tocsin.web.incident.AttachmentDesk;
import org.tocsin.web.incident.FoundAttachments;
import org.tocsin.web.incident.FoundIncidents;
import org.tocsin.web.incident.FoundTimeline;
import org.tocsin.web.incident.IncidentBundle;
import org.tocsin.web.incident.IncidentDesk;
import org.tocsin.web.journal.FoundDecisions;
import org.tocsin.web.raw.RawRecords;
import org.tocsin.web.raw.Redrive;
import org.tocsin.web.search.FoundObjects;
import org.tocsin.web.search.FoundObservations;
import org.tocsin.web.search.FoundRejects;
import org.tocsin.web.subscription.DryRuns;
import org.tocsin.web.subscription.SubscriptionDesk;
import org.tocsin.web.warning.DeliveryDesk;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.WarningDesk;

/** What interface and console share: the ports of stream and store behind the sharing policy. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
  /** After that a command is answered with where its outcome will be. */
  private static final Duration WAIT_FOR_OUTCOME = Duration.ofSeconds(5);

  @Bean
  KnownProgress knownProgress(ProgressReader reader) {
    return new KnownProgress(reader, InstantSource.system());
  }

  @Bean
  Receipts receipts(
      Accounts accounts,
      SubmissionReader submissions,
      KnownProgress progress,
      ReceiptIncidents incidents) {
    return new Receipts(accounts, submissions, progress, incidents);
  }

  @Bean
  HourlyAccounts hourlyAccounts(Accounts accounts, KnownProgress progress) {
    return new HourlyAccounts(accounts, progress, InstantSource.system());
  }

  @Bean
  RawRecords rawRecords(ReportLog log, Formats formats) {
    return new RawRecords(log, formats);
  }

  @Bean
  FoundObservations foundObservations(
      Observations observations, KnownProgress progress, RawRecords records) {
    return new FoundObservations(observations, progress, records);
  }

  @Bean
  FoundObjects foundObjects(StixObjects objects, KnownProgress progress) {
    return new FoundObjects(objects, progress);
  }

  @Bean
  IncidentBundle incidentBundle(Incidents incidents) {
    return new IncidentBundle(incidents);
  }

  @Bean
  FoundRejects foundRejects(Rejects rejects, RawRecords records, ReportLog log) {
    return new FoundRejects(rejects, records, new Redrive(log, records));
  }

  @Bean
  FeedDesk feedDesk(Feeds feeds, CommandDesk desk, Decisions decisions) {
    return new FeedDesk(feeds, desk, decisions);
  }

  @Bean
  TrialDesk trialDesk(FeedDesk desk, Trials trials) {
    return new TrialDesk(desk, trials);
  }

  @Bean
  FoundDecisions foundDecisions(Decisions decisions, JournalReader journal) {
    return new FoundDecisions(decisions, journal);
  }

  @Bean
  CommandDesk commandDesk(Court court, Decisions decisions, Journal journal) {
    return new CommandDesk(court, decisions, journal, InstantSource.system(), WAIT_FOR_OUTCOME);
  }

  @Bean
  FoundDirectory foundDirectory(KnownDirectory known, Decisions decisions) {
    return new FoundDirectory(known, decisions);
  }

  @Bean
  DirectoryDesk directoryDesk(CommandDesk desk, FoundDirectory directory) {
    return new DirectoryDesk(desk, directory);
  }

  @Bean
  FoundWarnings foundWarnings(Warnings warnings) {
    return new FoundWarnings(warnings, InstantSource.system());
  }

  @Bean
  DeliveryDesk deliveryDesk(
      Deliveries deliveries, DeliveryLog log, FoundWarnings warnings, KnownDirectory directory) {
    return new DeliveryDesk(deliveries, log, warnings, directory, InstantSource.system());
  }

  @Bean
  WarningDesk warningDesk(
      CommandDesk desk, FoundWarnings warnings, KnownDirectory directory, WarningList benign) {
    return new WarningDesk(desk, warnings, directory, benign);
  }

  @Bean
  SubscriptionDesk subscriptionDesk(
      KnownSubscriptions known,
      Memberships memberships,
      CommandDesk desk,
      Decisions decisions,
      NodeSecret node) {
    return new SubscriptionDesk(known, memberships, desk, decisions, node, InstantSource.system());
  }

  @Bean
  DryRuns dryRuns(
      Warnings warnings,
      Observations observations,
      KnownProgress progress,
      Memberships memberships) {
    return new DryRuns(warnings, observations, progress, memberships, InstantSource.system());
  }

  @Bean
  FoundIncidents foundIncidents(Incidents incidents) {
    return new FoundIncidents(incidents);
  }

  @Bean
  FoundTimeline foundTimeline(
      FoundIncidents incidents, Decisions decisions, JournalReader journal) {
    return new FoundTimeline(incidents, decisions, journal);
  }

  @Bean
  FoundAttachments foundAttachments(
      FoundIncidents incidents, FoundTimeline timeline, Decisions decisions, AttachmentLog log) {
    return new FoundAttachments(incidents, timeline, decisions, log);
  }

  @Bean
  AttachmentDesk attachmentDesk(CommandDesk desk, FoundIncidents incidents, AttachmentLog log) {
    return new AttachmentDesk(desk, incidents, log);
  }

  @Bean
  IncidentDesk incidentDesk(CommandDesk desk, FoundIncidents incidents) {
    return new IncidentDesk(desk, incidents);
  }
}
