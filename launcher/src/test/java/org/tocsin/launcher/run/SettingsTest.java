package org.tocsin.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void shouldGiveThePlatformASmallHeapUnlessToldOtherwise() {
    assertThat(Settings.from(Map.of()).heap()).isEqualTo("512m");
    assertThat(Settings.from(Map.of("TOCSIN_HEAP", "2g")).heap()).isEqualTo("2g");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "512", "0m", "64m -XX:+AnyOption", "1t", "-1g", "12m"})
  void shouldRefuseAHeapThatIsNone(String heap) {
    assertThatThrownBy(() -> Settings.from(Map.of("TOCSIN_HEAP", heap)))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("TOCSIN_HEAP must be a size");
  }
}
