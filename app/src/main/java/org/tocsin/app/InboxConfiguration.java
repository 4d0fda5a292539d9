package org.tocsin.app;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.alerts.taxii.Inbox;
import org.tocsin.formats.Format;
import org.tocsin.ingest.registration.Registrations;
import org.tocsin.ingest.submission.Collector;

/** Leads from the TAXII server to the collector, in a process that has both. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
  @Bean
  Inbox inbox(
      Registrations registrations, Collector collector, @Qualifier("stixFormat") Format stix) {
    return new SubmittedInbox(registrations, collector, stix);
  }
}
