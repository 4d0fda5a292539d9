package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {
  @Test
  void shouldNotPrintSecrets() {
    StreamSettings settings =
        settings(Map.of("sasl.jaas.config", "password=\"hunter2\""), 1, 48L * 1024 * 1024);

    assertThat(settings.toString()).doesNotContain("hunter2").contains("127.0.0.1:9092");
  }

  @Test
  void shouldDemandAllReplicasButOne() {
    assertThat(settings(Map.of(), 1, 48L * 1024 * 1024).minInSyncReplicas()).isEqualTo(1);
    assertThat(settings(Map.of(), 3, 48L * 1024 * 1024).minInSyncReplicas()).isEqualTo(2);
  }

  @Test
  void shouldRefuseABufferThatTheLargestRawRecordDoesNotFitInto() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of(), 1, 32L * 1024 * 1024))
        .withMessageContaining("bufferMemory");
  }

  private static StreamSettings settings(
      Map<String, String> security, int replicationFactor, long bufferMemory) {
    return new StreamSettings(
        "127.0.0.1:9092",
        security,
        "",
        replicationFactor,
        3,
        3,
        Duration.ofDays(400),
        "lz4",
        bufferMemory,
        32,
        Duration.ofSeconds(5),
        Duration.ofSeconds(6),
        Duration.ofSeconds(12),
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        Duration.ofSeconds(1));
  }
}
