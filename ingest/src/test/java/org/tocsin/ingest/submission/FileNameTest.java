package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "report.csv, report.csv",
    "../../etc/passwd, passwd",
    "C:\\temp\\a.csv, a.csv",
    "a/b\\c.csv, c.csv",
    "'  spaced out.csv ', spaced out.csv",
    "Grüße.csv, Grüße.csv",
  })
  void shouldKeepTheLastPartOfAPath(String given, String kept) {
    assertThat(FileName.of(given)).isEqualTo(kept);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"  ", "a/", "..", "/tmp/.", "\u0000\u001b", "\u202e"})
  void shouldBeNoneWhereNothingIsLeft(String given) {
    assertThat(FileName.of(given)).isNull();
  }

  @Test
  void shouldDropControlAndFormattingCharacters() {
    assertThat(FileName.of("a\r\n\u0007b\u202ec\ud800.csv")).isEqualTo("abc.csv");
  }

  @Test
  void shouldCutLongNamesBetweenCharacters() {
    assertThat(FileName.of("x".repeat(300))).hasSize(255);
    assertThat(FileName.of("\ud83d\ude80".repeat(300)).codePointCount(0, 510)).isEqualTo(255);
  }

  @Test
  void shouldTakeTheEndingOfAPackedFileAway() {
    assertThat(FileName.unpacked("a.csv.gz")).isEqualTo("a.csv");
    assertThat(FileName.unpacked("a.csv.GZ")).isEqualTo("a.csv");
    assertThat(FileName.unpacked("a.csv")).isEqualTo("a.csv");
    assertThat(FileName.unpacked(".gz")).isNull();
    assertThat(FileName.unpacked(null)).isNull();
  }
}
