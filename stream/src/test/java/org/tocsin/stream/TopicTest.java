package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
  private final StreamSettings local = StreamSettings.local("127.0.0.1:9092");

  @Test
  void shouldKeepWhatPeopleWroteForEverAndTheRestAsLongAsSet() {
    assertThat(Topic.JOURNAL.configuration(local)).containsEntry("retention.ms", "-1");
    assertThat(Topic.ATTACHMENTS.configuration(local)).containsEntry("retention.ms", "-1");
    assertThat(Topic.REPORTS_BULK.configuration(local))
        .containsEntry("retention.ms", String.valueOf(Duration.ofDays(400).toMillis()));
    assertThat(Topic.SUBMISSIONS.configuration(local))
        .containsEntry("retention.ms", String.valueOf(Duration.ofDays(400).toMillis()));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void shouldUseTheBrokersTimeAndTakeTheLargestRawRecord(Topic topic) {
    assertThat(topic.configuration(local))
        .containsEntry("message.timestamp.type", "LogAppendTime")
        .containsEntry("max.message.bytes", String.valueOf(34 * 1024 * 1024));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void shouldFlushEachWriteOnlyWhereNoReplicaRemembers(Topic topic) {
    Map<String, String> alone = topic.configuration(local);
    assertThat(alone)
        .containsEntry("flush.messages", "1")
        .containsEntry("min.insync.replicas", "1");

    Map<String, String> replicated = topic.configuration(replicated());
    assertThat(replicated)
        .containsEntry("flush.messages", String.valueOf(Long.MAX_VALUE))
        .containsEntry("min.insync.replicas", "2");
  }

  private StreamSettings replicated() {
    return new StreamSettings(
        local.bootstrapServers(),
        Map.of(),
        "",
        3,
        3,
        6,
        local.rawRetention(),
        local.compression(),
        local.bufferMemory(),
        local.batchRecords(),
        local.blockTimeout(),
        local.requestTimeout(),
        local.deliveryTimeout(),
        local.sessionTimeout(),
        local.takeTimeout(),
        local.tickInterval());
  }
}
