package org.tocsin.alerts.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  @Test
  void shouldMeanTheLastVersionOfEverythingWhereNothingIsSaid() {
    Selection all = Selection.of(Map.of());

    assertThat(all.addedAfter()).isNull();
    assertThat(all.limit()).isEqualTo(Selection.MOST);
    assertThat(all.ids()).isEmpty();
    assertThat(all.types()).isEmpty();
    assertThat(all.specVersions()).isEmpty();
    assertThat(all.versions().isLastOnly()).isTrue();
  }

  @Test
  void shouldTakeSeveralValuesWithCommasBetween() {
    Selection some =
        Selection.of(
            Map.of(
                "match[type]", "indicator, malware,",
                "match[version]", "first,2026-11-02T08:01:00.000Z",
                "added_after", "2026-11-20T08:00:01.123456Z",
                "limit", "007"));

    assertThat(some.types()).containsExactlyInAnyOrder("indicator", "malware");
    assertThat(some.versions().first()).isTrue();
    assertThat(some.versions().last()).isFalse();
    assertThat(some.versions().dates()).containsExactly(Instant.parse("2026-11-02T08:01:00Z"));
    assertThat(some.addedAfter()).isEqualTo("2026-11-20T08:00:01.123456Z");
    assertThat(some.limit()).isEqualTo(7);
  }

  @Test
  void shouldAnswerNoMoreThanItsOwnLimit() {
    assertThat(Selection.of(Map.of("limit", "99999999999")).limit()).isEqualTo(Selection.MOST);
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,-1",
    "limit,ten",
    "added_after,yesterday",
    "match[version],newest",
    "match[name],x"
  })
  void shouldNameTheParameterThatCannotBeRead(String name, String value) {
    assertThatExceptionOfType(TaxiiException.class)
        .isThrownBy(() -> Selection.of(Map.of(name, value)))
        .satisfies(e -> assertThat(e.status().value()).isEqualTo(400))
        .satisfies(e -> assertThat(e.description()).startsWith("'" + name + "' "));
  }

  @Test
  void shouldPassOverParametersOfOthers() {
    assertThat(Selection.of(Map.of("utm_source", "x"))).isEqualTo(Selection.of(Map.of()));
  }
}
