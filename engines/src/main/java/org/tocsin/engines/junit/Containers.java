package org.tocsin.engines.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.process.ProcessListener;

/** Kafka and Elasticsearch as containers, where that is possible. */
sealed interface Containers {

  /** What can be a container. */
  Set<EngineKind> KINDS = Set.copyOf(EnumSet.of(EngineKind.KAFKA, EngineKind.ELASTICSEARCH));

  /**
   * Starts those that can be containers.
   *
   * @return false when they have to be processes
   */
  boolean start(Set<EngineKind> kinds);

  /** Where one answers; empty when it is no container. */
  String address(EngineKind kind);

  /** Containers, or none when no Docker engine is there or Testcontainers is not. */
  static Containers whereDockerAnswers(ProcessListener listener) {
    boolean allowed = !"process".equals(System.getProperty("tocsin.test.engines"));
    return allowed && socketExists() && Docker.answers() ? new Docker(listener) : new None();
  }

  private static boolean socketExists() {
    return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
  }

  /** No Docker. */
  record None() implements Containers {
    @Override
    public boolean start(Set<EngineKind> kinds) {
      return false;
    }

    @Override
    public String address(EngineKind kind) {
      return "";
    }
  }

  /** Testcontainers; its own clean-up removes the containers when this JVM ends. */
  final class Docker implements Containers {

    private static final String KAFKA_IMAGE = "apache/kafka:4.4.0";
    private static final String ELASTICSEARCH_IMAGE = "elasticsearch:9.5.3";

    private final ProcessListener listener;
    private final Map<EngineKind, String> addresses = new EnumMap<>(EngineKind.class);
    private boolean failed;

    private Docker(ProcessListener listener) {
      this.listener = listener;
    }

    private static boolean answers() {
      try {
        return DockerClientFactory.instance().isDockerAvailable();
      } catch (LinkageError | RuntimeException e) {
        return false;
      }
    }

    @Override
    public boolean start(Set<EngineKind> kinds) {
      try {
        for (EngineKind kind : kinds) {
          if (!failed && KINDS.contains(kind) && !addresses.containsKey(kind)) {
            addresses.put(kind, kind == EngineKind.KAFKA ? kafka() : elasticsearch());
          }
        }
      } catch (RuntimeException e) {
        failed = true;
        addresses.clear();
        listener.says("docker", "containers do not start, using processes: " + e.getMessage());
      }
      return !failed;
    }

    @Override
    public String address(EngineKind kind) {
      return addresses.getOrDefault(kind, "");
    }

    private static String kafka() {
      KafkaContainer kafka =
          new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE))
              .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
              .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(34 * 1024 * 1024))
              .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
      kafka.start();
      return kafka.getBootstrapServers();
    }

    private static String elasticsearch() {
      ElasticsearchContainer elasticsearch =
          new ElasticsearchContainer(DockerImageName.parse(ELASTICSEARCH_IMAGE))
              .withEnv("xpack.security.enabled", "false")
              .withEnv("action.auto_create_index", "false")
              .withEnv("path.repo", "/tmp/snapshots")
              .withEnv("ES_JAVA_OPTS", "-Xms1g -Xmx1g");
      elasticsearch.start();
      return "http://" + elasticsearch.getHttpHostAddress();
    }
  }
}
