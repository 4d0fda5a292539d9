package org.tocsin.app;

import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.alerts.mail.MailCarrier;
import org.tocsin.alerts.mail.MailSettings;
import org.tocsin.alerts.mail.OpenPgpMail;
import org.tocsin.outward.mail.MailClient;
import org.tocsin.outward.mail.MailServer;
import org.tocsin.store.directory.KnownDirectory;

/** Sends warnings by mail, where there is a server that takes it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(MailProperties.SERVER)
@EnableConfigurationProperties({MailProperties.class, OutwardProperties.class})
class MailingConfiguration {
  @Bean(destroyMethod = "close")
  MailClient mailClient(MailProperties properties, OutwardProperties outward) {
    return new MailClient(
        outward.toSettings(),
        new MailServer(
            Objects.requireNonNull(properties.server(), MailProperties.SERVER),
            properties.user(),
            properties.password()));
  }

  @Bean
  MailCarrier mailCarrier(
      MailClient client, MailProperties properties, KnownDirectory directory, InstantSource clock) {
    return new MailCarrier(
        client,
        new MailSettings(
            Objects.requireNonNull(properties.from(), "tocsin.mail.from"),
            properties.name(),
            properties.console()),
        OpenPgpMail.in(properties.signKey()),
        address -> directory.now().keys(address),
        clock);
  }
}
