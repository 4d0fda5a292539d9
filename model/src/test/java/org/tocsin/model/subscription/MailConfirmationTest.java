package org.tocsin.model.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.model.secret.NodeSecret;

class MailConfirmationTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final Channel.Mail MAIL = new Channel.Mail("soc@example.org", true);

  private final NodeSecret node = new NodeSecret(new byte[32]);
  private final Subscription one = subscription(1);

  @Test
  void shouldHoldForOneAddressOfOneSubscriptionForThreeDays() {
    String token = MailConfirmation.of(node, one, MAIL, NOW);
    Channel.Mail other = new Channel.Mail("noc@example.org", true);

    assertThat(holds(token, one, MAIL, NOW)).isTrue();
    assertThat(holds(token, one, MAIL, NOW.plus(MailConfirmation.HOLDS).minusSeconds(1))).isTrue();
    assertThat(holds(token, one, MAIL, NOW.plus(MailConfirmation.HOLDS))).isFalse();
    assertThat(holds(token, one, other, NOW)).isFalse();
    assertThat(holds(token, subscription(2), MAIL, NOW)).isFalse();
  }

  @Test
  void shouldRefuseWhatNobodySigned() {
    String token = MailConfirmation.of(node, one, MAIL, NOW);
    byte[] bytes = new byte[32];
    bytes[0] = 1;
    NodeSecret stranger = new NodeSecret(bytes);

    assertThat(holds(MailConfirmation.of(stranger, one, MAIL, NOW), one, MAIL, NOW)).isFalse();
    assertThat(holds(token.replaceFirst("\\.1", ".9"), one, MAIL, NOW)).isFalse();
    assertThat(holds("", one, MAIL, NOW)).isFalse();
    assertThat(holds(token + "x", one, MAIL, NOW)).isFalse();
    assertThat(holds("-".repeat(36) + ".1." + "A".repeat(43), one, MAIL, NOW)).isFalse();
  }

  private boolean holds(String token, Subscription subscription, Channel.Mail mail, Instant now) {
    return MailConfirmation.holds(node, token, subscription, mail, now);
  }

  private static Subscription subscription(int number) {
    SubscriptionWish wish =
        new SubscriptionWish(
            "Ours", SubscriptionFilter.WARNINGS, MAIL, Pace.INSTANT, null, null, 100);
    return new Subscription(
        new UUID(0, number), "fatou", Set.of(), null, wish, false, false, null, 0, null, NOW, NOW);
  }
}
