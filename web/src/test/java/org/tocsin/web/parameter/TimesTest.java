package org.tocsin.web.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.web.problem.BadParameterException;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00.123456Z, 2026-03-01T12:00:00.123456Z",
    "2026-03-01T12:00:00+02:00, 2026-03-01T10:00:00Z",
    "2026-03-01T12:00:00 02:00, 2026-03-01T10:00:00Z",
    "2026-03-01T12:00:00-05:00, 2026-03-01T17:00:00Z",
    "2026-03-01T12:00, 2026-03-01T12:00:00Z",
    "2026-03-01, 2026-03-01T00:00:00Z"
  })
  void shouldReadWhatPeopleAndProgramsWrite(String text, Instant expected) {
    assertThat(Times.parse("from", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "2026-03-01T25:00:00Z", "1740000000", "-"})
  void shouldNameTheParameterThatIsNoTime(String text) {
    assertThatExceptionOfType(BadParameterException.class)
        .isThrownBy(() -> Times.parse("from", text))
        .satisfies(e -> assertThat(e.parameter()).isEqualTo("from"));
  }

  @Test
  void shouldTakeBlankForMissing() {
    assertThat(Times.parse("from", " ")).isNull();
    assertThat(Times.parse("from", null)).isNull();
  }

  @Test
  void shouldRefuseParameterTooLongToMeanAnything() {
    assertThatExceptionOfType(BadParameterException.class)
        .isThrownBy(() -> Given.text("q", "x".repeat(2_001)));
  }
}
