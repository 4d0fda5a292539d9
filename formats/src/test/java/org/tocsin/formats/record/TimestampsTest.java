package org.tocsin.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "2010-02-10 00:00:00,2010-02-10T00:00:00Z",
    "2010-02-10T01:02:03,2010-02-10T01:02:03Z",
    "2010-02-10 01:02:03Z,2010-02-10T01:02:03Z",
    "2010-02-10T01:02:03Z,2010-02-10T01:02:03Z",
    "2010-02-10 01:02:03 UTC,2010-02-10T01:02:03Z",
    "2010-02-10 01:02:03 gmt,2010-02-10T01:02:03Z",
    "2021-03-27T00:00:00.521730Z,2021-03-27T00:00:00.521730Z",
    "2021-03-27 00:00:00.5,2021-03-27T00:00:00.5Z",
    "2021-03-27 00:00:00.1234567891,2021-03-27T00:00:00.123456789Z",
    "2021-03-27T02:00:00+02:00,2021-03-27T00:00:00Z",
    "2021-03-27T02:00:00-0230,2021-03-27T04:30:00Z",
    "2021-03-27T02:00:00+02,2021-03-27T00:00:00Z",
    "2021-03-27 01:02,2021-03-27T01:02:00Z",
    "2021-03-27,2021-03-27T00:00:00Z",
    "0001-01-01 00:00:00,0001-01-01T00:00:00Z",
    "9999-12-31 23:59:59,9999-12-31T23:59:59Z"
  })
  void shouldReadEverySpelling(String text, String instant) {
    assertThat(Timestamps.parse(text)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "timestamp",
        "2021-13-01 00:00:00",
        "2021-02-30 00:00:00",
        "2021-01-01 24:00:00",
        "2021-01-01 00:00:60",
        "0000-00-00 00:00:00",
        "0000-01-01 00:00:00",
        "1616803200",
        "2021/03/27 00:00:00",
        "27-03-2021 00:00:00",
        "2021-03-27 00:00:00 CET",
        "2021-03-27 00:00:00+99:00",
        "0001-01-01 00:00:00+01:00",
        "2021-03-27x00:00:00",
        "٢٠٢١-03-27 00:00:00",
        "10000-01-01 00:00:00"
      })
  void shouldRefuseWhatIsNoTime(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Jul  7 00:16:58 2016 GMT,2016-07-07T00:16:58Z",
    "Nov 16 19:14:57 2033 GMT,2033-11-16T19:14:57Z",
    "2014-06-25 00:00:42,2014-06-25T00:00:42Z"
  })
  void shouldReadDatesOfCertificates(String text, String instant) {
    assertThat(Timestamps.ofCertificate(text)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " GMT", "Foo  7 00:16:58 2016 GMT", "Feb 31 25:16:58 2016 GMT"})
  void shouldRefuseOtherDatesOfCertificates(String text) {
    assertThat(Timestamps.ofCertificate(text)).isEmpty();
  }
}
