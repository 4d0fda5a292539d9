package org.tocsin.stream.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.report.Lane;

class BacklogTest {
  @Test
  void shouldLetBulkInUpToTheLimitWhateverTheOtherLaneHolds() {
    assertThat(backlog(1_000, 99_999).pause()).isEmpty();
  }

  @Test
  void shouldAskForMoreTimeTheMoreWaits() {
    assertThat(backlog(1_001, 0).pause()).contains(Duration.ofSeconds(5));
    assertThat(backlog(3_500, 0).pause()).contains(Duration.ofSeconds(15));
    assertThat(backlog(1_000_000, 0).pause()).contains(Duration.ofSeconds(60));
  }

  @Test
  void shouldRefuseALimitThatLetsNothingIn() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Backlog(() -> null, 0));
  }

  private static Backlog backlog(long bulk, long interactive) {
    Progresses progresses =
        new Progresses(
            Map.of(
                Lane.BULK,
                List.of(waiting(bulk)),
                Lane.INTERACTIVE,
                List.of(waiting(interactive))));
    return new Backlog(() -> progresses, 1_000);
  }

  private static Progress waiting(long lag) {
    return new Progress(10, 10 + lag, Instant.EPOCH, Instant.EPOCH);
  }
}
