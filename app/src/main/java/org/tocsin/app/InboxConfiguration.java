package org.tocsin.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.alerts.taxii.Inbox;
import org.tocsin.formats.Formats;
import org.tocsin.formats.stix.StixFormat;
import org.tocsin.ingest.registration.Registrations;
import org.tocsin.ingest.submission.Collector;

/** Leads from the TAXII server to the collector, in a process that has both. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
  @Bean
  Inbox inbox(Registrations registrations, Collector collector, Formats formats) {
    return new SubmittedInbox(
        registrations, collector, formats.named(StixFormat.NAME).orElseThrow());
  }
}
