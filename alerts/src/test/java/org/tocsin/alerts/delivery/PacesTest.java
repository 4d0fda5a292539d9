package org.tocsin.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.model.subscription.Pace;

class PacesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T05:17:03Z");

  @Test
  void shouldHoldBackWhatIsWantedByTheHourOrTheDay() {
    assertThat(Paces.notBefore(Pace.INSTANT, NOW)).isEqualTo(NOW);
    assertThat(Paces.notBefore(Pace.HOURLY, NOW)).isEqualTo("2026-11-28T06:00:00Z");
    assertThat(Paces.notBefore(Pace.DAILY, NOW)).isEqualTo("2026-11-28T06:00:00Z");
    assertThat(Paces.notBefore(Pace.DAILY, NOW.plusSeconds(3_600)))
        .isEqualTo("2026-11-29T06:00:00Z");
  }
}
