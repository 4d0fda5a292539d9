package org.tocsin.stream.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/** Compares the configuration of topics and brokers with what is declared. */
final class ConfigurationCheck {
  private static final String OFFSETS_RETENTION = "offsets.retention.minutes";
  private static final Duration OFFSETS_KEPT = Duration.ofDays(30);

  private final StreamConnection connection;

  ConfigurationCheck(StreamConnection connection) {
    this.connection = connection;
  }

  /** Sets every setting of the topic that is not as declared. */
  List<Drift> repair(Topic topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, connection.name(topic));
    List<Drift> drifts = drifts(topic, describe(resource));
    if (!drifts.isEmpty()) {
      List<AlterConfigOp> repairs = drifts.stream().map(ConfigurationCheck::setting).toList();
      connection.await(
          connection.admin().incrementalAlterConfigs(Map.of(resource, repairs)).all(),
          "repair topic settings");
    }
    return drifts;
  }

  /**
   * Kafka forgets a group's offsets, and the watermarks with them, some days after its last member
   * left (seven by default): a node that was off for longer would read everything again.
   */
  List<Drift> offsetsForgottenTooSoon() {
    Node broker =
        connection
            .await(connection.admin().describeCluster().nodes(), "describe the cluster")
            .iterator()
            .next();
    ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
    ConfigEntry entry = describe(resource).get(OFFSETS_RETENTION);
    long wanted = OFFSETS_KEPT.toMinutes();
    if (entry == null || Long.parseLong(entry.value()) >= wanted) {
      return List.of();
    }
    return List.of(
        new Drift(
            "__consumer_offsets", OFFSETS_RETENTION, entry.value(), "at least " + wanted, false));
  }

  private List<Drift> drifts(Topic topic, Config found) {
    List<Drift> drifts = new ArrayList<>();
    topic
        .configuration(connection.settings())
        .forEach((name, declared) -> {
          ConfigEntry entry = found.get(name);
          String value = entry == null ? "unset" : entry.value();
          if (!declared.equals(value)) {
            drifts.add(new Drift(connection.name(topic), name, value, declared, true));
          }
        });
    return drifts;
  }

  private static AlterConfigOp setting(Drift drift) {
    return new AlterConfigOp(
        new ConfigEntry(drift.setting(), drift.declared()), AlterConfigOp.OpType.SET);
  }

  private Config describe(ConfigResource resource) {
    return connection
        .await(
            connection.admin().describeConfigs(List.of(resource)).all(),
            "read the settings of Kafka")
        .values()
        .iterator()
        .next();
  }
}
