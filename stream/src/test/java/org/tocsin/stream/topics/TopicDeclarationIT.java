package org.tocsin.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamHealth;

@UseEngines(EngineKind.KAFKA)
class TopicDeclarationIT {
  private TestStream stream;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.undeclared(engines);
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldCreateEveryTopicAsDeclaredAndFindNothingToRepairAfterwards() throws Exception {
    assertThat(new StreamHealth(stream.connection()).check()).isPresent();

    assertThat(declare()).isEmpty();
    assertThat(declare()).isEmpty();

    assertThat(new StreamHealth(stream.connection()).check()).isEmpty();
    assertThat(partitions(Topic.REPORTS_BULK)).isEqualTo(3);
    assertThat(partitions(Topic.JOURNAL)).isEqualTo(1);
    assertThat(setting(Topic.JOURNAL, "retention.ms")).isEqualTo("-1");
    assertThat(setting(Topic.REPORTS_INTERACTIVE, "message.timestamp.type"))
        .isEqualTo("LogAppendTime");
  }

  @Test
  void shouldLetSeveralProcessesDeclareAtOnce() {
    List<CompletableFuture<List<Drift>>> both =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::declare)).limit(2).toList();

    assertThat(both).allSatisfy(one -> assertThat(one.join()).isEmpty());
  }

  @Test
  void shouldRepairASettingThatHasDrifted() throws Exception {
    declare();
    set(Topic.REPORTS_BULK, "retention.ms", "60000");

    assertThat(declare())
        .singleElement()
        .satisfies(drift -> {
          assertThat(drift.setting()).isEqualTo("retention.ms");
          assertThat(drift.found()).isEqualTo("60000");
          assertThat(drift.repaired()).isTrue();
        });
    assertThat(declare()).isEmpty();
  }

  @Test
  void shouldAddPartitionsThatAreMissing() throws Exception {
    declare();
    try (TestStream wider = stream.withBulkPartitions(5)) {
      assertThat(new TopicDeclaration(wider.connection()).declare())
          .singleElement()
          .satisfies(drift -> assertThat(drift.setting()).isEqualTo("partitions"));
      assertThat(partitions(Topic.REPORTS_BULK)).isEqualTo(5);
    }
  }

  @Test
  void shouldRefuseATopicWithMorePartitionsThanItKnowsOf() {
    declare();
    try (TestStream narrower = stream.withBulkPartitions(2)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new TopicDeclaration(narrower.connection()).declare())
          .withMessageContaining("3 partitions, declared are 2");
    }
  }

  private List<Drift> declare() {
    return new TopicDeclaration(stream.connection()).declare();
  }

  private int partitions(Topic topic) throws Exception {
    String name = stream.connection().name(topic);
    return stream
        .connection()
        .admin()
        .describeTopics(List.of(name))
        .allTopicNames()
        .get()
        .get(name)
        .partitions()
        .size();
  }

  private String setting(Topic topic, String setting) throws Exception {
    ConfigResource resource = resource(topic);
    return stream
        .connection()
        .admin()
        .describeConfigs(List.of(resource))
        .all()
        .get()
        .get(resource)
        .get(setting)
        .value();
  }

  private void set(Topic topic, String setting, String value) throws Exception {
    Collection<AlterConfigOp> change =
        List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET));
    stream
        .connection()
        .admin()
        .incrementalAlterConfigs(Map.of(resource(topic), change))
        .all()
        .get();
  }

  private ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, stream.connection().name(topic));
  }
}
