package org.tocsin.stream.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/**
 * Makes the topics be what {@link Topic} declares. To be called at start, and again until it
 * succeeds; may run in several processes at once.
 */
public final class TopicDeclaration {
  private static final Logger LOG = LoggerFactory.getLogger(TopicDeclaration.class);

  private final StreamConnection connection;
  private final StreamSettings settings;
  private final ConfigurationCheck configurations;

  /** Over that connection. */
  public TopicDeclaration(StreamConnection connection) {
    this.connection = connection;
    this.settings = connection.settings();
    this.configurations = new ConfigurationCheck(connection);
  }

  /**
   * Creates what is missing, repairs what can be repaired, and logs and returns every difference.
   *
   * @throws IllegalStateException when a topic has more partitions than declared: slots would no
   *     longer say where a raw record is, so nothing may be written
   * @throws StreamUnavailableException when Kafka does not answer
   */
  public List<Drift> declare() {
    Set<String> names = connection.await(connection.admin().listTopics().names(), "list topics");
    List<Topic> existing = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      if (names.contains(connection.name(topic))) {
        existing.add(topic);
      } else {
        create(topic);
      }
    }
    List<Drift> drifts = new ArrayList<>();
    for (Topic topic : existing) {
      drifts.addAll(shape(topic));
      drifts.addAll(configurations.repair(topic));
    }
    drifts.addAll(configurations.offsetsForgottenTooSoon());
    drifts.forEach(drift -> LOG.warn("{}", drift));
    return List.copyOf(drifts);
  }

  private void create(Topic topic) {
    NewTopic declared =
        new NewTopic(
                connection.name(topic),
                topic.partitions(settings),
                (short) settings.replicationFactor())
            .configs(topic.configuration(settings));
    try {
      connection.await(
          connection.admin().createTopics(List.of(declared)).all(), "create " + declared.name());
      LOG.info("created topic {} with {} partitions", declared.name(), declared.numPartitions());
    } catch (StreamUnavailableException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private List<Drift> shape(Topic topic) {
    TopicDescription found =
        connection
            .await(
                connection.admin().describeTopics(List.of(connection.name(topic))).allTopicNames(),
                "describe topics")
            .values()
            .iterator()
            .next();
    List<Drift> drifts = new ArrayList<>();
    int partitions = found.partitions().size();
    int declared = topic.partitions(settings);
    if (partitions > declared) {
      throw new IllegalStateException(
          "topic %s has %d partitions, declared are %d: raise the setting"
              .formatted(found.name(), partitions, declared));
    }
    if (partitions < declared) {
      grow(found.name(), declared);
      drifts.add(drift(found, "partitions", partitions, declared, true));
    }
    int replicas = found.partitions().getFirst().replicas().size();
    if (replicas != settings.replicationFactor()) {
      drifts.add(drift(found, "replicas", replicas, settings.replicationFactor(), false));
    }
    return drifts;
  }

  private void grow(String name, int partitions) {
    connection.await(
        connection
            .admin()
            .createPartitions(Map.of(name, NewPartitions.increaseTo(partitions)))
            .all(),
        "add partitions to " + name);
  }

  private static Drift drift(
      TopicDescription topic, String setting, int found, int declared, boolean repaired) {
    return new Drift(
        topic.name(), setting, String.valueOf(found), String.valueOf(declared), repaired);
  }
}
