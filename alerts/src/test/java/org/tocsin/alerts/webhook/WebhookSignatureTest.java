package org.tocsin.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  /** The example of the reference libraries of Standard Webhooks. */
  @Test
  void shouldSignAsTheStandardsExample() {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            WebhookSignature.of(
                List.of(secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body))
        .isEqualTo(SIGNATURE);
    assertThat(
            WebhookSignature.of(
                List.of("whsec_AAAA", secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body))
        .as("by the secret before, too")
        .startsWith("v1,")
        .endsWith(" " + SIGNATURE);
  }
}
