package org.tocsin.model.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2016-01-20T12:31:12.12345Z,2016-01-20T12:31:12.123450Z",
    "2016-01-20T12:31:12Z,2016-01-20T12:31:12Z",
    "2016-01-20T12:31:12.1234567890123Z,2016-01-20T12:31:12.123456789Z",
    "0001-01-01T00:00:00.000Z,0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z,9999-12-31T23:59:59.999Z",
    "2016-12-31T23:59:60Z,2016-12-31T23:59:59Z",
  })
  void shouldReadTimestamps(String text, Instant instant) {
    assertThat(StixTime.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016-01-20",
        "2016-01-20T12:31:12",
        "2016-02-30T00:00:00Z",
        "2016-01-20T25:00:00Z",
        "2016-01-20 12:31:12Z",
        "yesterday",
      })
  void shouldNotGuessAtWhatIsNoTimestamp(String text) {
    assertThat(StixTime.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2016-01-20T12:31:12Z,2016-01-20T12:31:12.000Z,2016-01-20T12:31:12.000000Z",
    "2016-01-20T12:31:12.1234567Z,2016-01-20T12:31:12.123Z,2016-01-20T12:31:12.123456Z",
    "0001-01-01T00:00:00Z,0001-01-01T00:00:00.000Z,0001-01-01T00:00:00.000000Z",
  })
  void shouldWriteThreeOrSixDigits(Instant instant, String millis, String micros) {
    assertThat(StixTime.millis(instant)).isEqualTo(millis);
    assertThat(StixTime.micros(instant)).isEqualTo(micros);
  }

  @Test
  void shouldCountMicrosecondsFrom1970() {
    assertThat(StixTime.epochMicros(Instant.EPOCH)).isZero();
    assertThat(StixTime.epochMicros(Instant.parse("1970-01-01T00:00:01.000002999Z")))
        .isEqualTo(1_000_002);
    assertThat(StixTime.epochMicros(Instant.parse("1969-12-31T23:59:59.999999Z"))).isEqualTo(-1);
    assertThat(StixTime.epochMicros(Instant.parse("9999-12-31T23:59:59.999999Z")))
        .isEqualTo(253_402_300_799_999_999L);
  }

  @Test
  void shouldSaturateWhereALongEnds() {
    assertThat(StixTime.epochMicros(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(StixTime.epochMicros(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
  }
}
