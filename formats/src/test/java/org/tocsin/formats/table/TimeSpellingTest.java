package org.tocsin.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20 08:15:02|2026-11-20T08:15:02Z",
        "2026-11-20 08:15:02 UTC|2026-11-20T08:15:02Z",
        "2026-11-20T10:15:02+02:00|2026-11-20T08:15:02Z",
        "2026-11-20|2026-11-20T00:00:00Z",
        "1795161600|2026-11-20T08:00:00Z",
        "1795161600.25|2026-11-20T08:00:00.250Z",
        "1795161600000|2026-11-20T08:00:00Z",
        "Fri, 20 Nov 2026 08:00:00 +0000|2026-11-20T08:00:00Z",
      })
  void shouldTellATimeByItsLooks(String text, String instant) {
    assertThat(TimeSpelling.ANY.parse(text)).hasToString("Optional[" + instant + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "never", "12345678", "2026-13-01", "99999999999999999999", "1e9"})
  void shouldSayWhatIsNoTime(String text) {
    assertThat(TimeSpelling.ANY.parse(text)).isEmpty();
  }

  @Test
  void shouldFollowAPattern() {
    assertThat(TimeSpelling.pattern("M/d/yy H:mm").parse("2/10/26 3:46"))
        .hasToString("Optional[2026-02-10T03:46:00Z]");
    assertThat(TimeSpelling.pattern("dd-MMM-yyyy").parse("20-nov-2026"))
        .hasToString("Optional[2026-11-20T00:00:00Z]");
    assertThat(TimeSpelling.pattern("dd.MM.yyyy HH:mm XXX").parse("20.11.2026 10:00 +02:00"))
        .hasToString("Optional[2026-11-20T08:00:00Z]");
    assertThat(TimeSpelling.pattern("M/d/yy H:mm").parse("20/11/2026")).isEmpty();
    assertThatThrownBy(() -> TimeSpelling.pattern("bb"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
