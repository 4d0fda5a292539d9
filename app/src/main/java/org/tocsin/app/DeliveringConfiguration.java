package org.tocsin.app;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.alerts.delivery.DeliveryConfiguration;
import org.tocsin.alerts.delivery.KnownSubscribers;
import org.tocsin.alerts.delivery.Subscribers;
import org.tocsin.alerts.webhook.WebhookCarrier;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.OutwardSettings;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.subscription.KnownSubscriptions;

/** Who hears of warnings, and the ways to them, in a process that delivers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutwardProperties.class)
@Import({DeliveryConfiguration.class, MailingConfiguration.class})
class DeliveringConfiguration {
  /** A machine that takes a message says so at once, or is asked again later. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Bean
  Subscribers subscribers(
      ElasticsearchStore store, KnownSubscriptions known, Memberships memberships) {
    return new KnownSubscribers(store.subscriptions(), known, memberships);
  }

  /** Its client is its own: what is delivered does not wait for what is fetched. */
  @Bean
  Closing webhookClient(OutwardProperties properties) {
    return new Closing(new OutwardClient(hurried(properties.toSettings())));
  }

  @Bean
  WebhookCarrier webhookCarrier(Closing client, NodeSecret secret, InstantSource clock) {
    return new WebhookCarrier(client.client(), secret, clock);
  }

  /** So that nobody takes it for the one that fetches. */
  record Closing(OutwardClient client) implements AutoCloseable {
    @Override
    public void close() {
      client.close();
    }
  }

  private static OutwardSettings hurried(OutwardSettings usual) {
    OutwardSettings.Timeouts timeouts = usual.timeouts();
    return new OutwardSettings(
        usual.allowed(),
        usual.ports(),
        usual.userAgent(),
        usual.spool(),
        new OutwardSettings.Timeouts(
            timeouts.connect(),
            timeouts.answer(),
            timeouts.whole().compareTo(LONGEST) < 0 ? timeouts.whole() : LONGEST,
            timeouts.window(),
            timeouts.windowBytes()),
        usual.maxBytes(),
        usual.retries());
  }
}
