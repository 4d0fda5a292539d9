package org.tocsin.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Uuid;
import org.tocsin.engines.port.LoopbackPort;
import org.tocsin.engines.port.PortBook;
import org.tocsin.engines.process.ChildSpec;
import org.tocsin.engines.process.JavaCommand;
import org.tocsin.engines.process.Readiness;
import org.tocsin.engines.server.ServerFiles;

/** Kafka as one KRaft node that is broker and controller. */
final class KafkaRecipe implements ProcessEngine.Recipe {

  private static final int USUAL_PORT = 9092;
  private static final int USUAL_CONTROLLER_PORT = 9093;

  /** Raw records are up to 32 MiB; the rest is for headers and keys. */
  private static final int MAX_MESSAGE_BYTES = 34 * 1024 * 1024;

  private final Path home;
  private final ServerFiles files;
  private final PortBook ports;
  private final Path log;
  private String clusterId = "";
  private int port;

  KafkaRecipe(Path home, ServerFiles files, PortBook ports, Path log) {
    this.home = home;
    this.files = files;
    this.ports = ports;
    this.log = log;
  }

  @Override
  public EngineKind kind() {
    return EngineKind.KAFKA;
  }

  @Override
  public ChildSpec layOut() throws IOException {
    Files.createDirectories(home);
    port = ports.choose("broker", USUAL_PORT);
    int controllerPort = ports.choose("controller", USUAL_CONTROLLER_PORT);
    clusterId = clusterId();
    Path properties = home.resolve("server.properties");
    Files.writeString(properties, properties(controllerPort));
    JavaCommand command =
        new JavaCommand(
            List.of("-Xms256m", "-Xmx512m", "-Djava.awt.headless=true"),
            files.classPath("kafka"),
            "org.tocsin.engines.kafka.KafkaMain",
            List.of(properties.toString(), clusterId));
    return new ChildSpec("kafka", command, Map.of(), home, log);
  }

  /** The cluster id proves that it is our broker that answers, not one that took the port. */
  @Override
  public Readiness readiness() {
    return () -> {
      if (LoopbackPort.isFree(port)) {
        return false;
      }
      Map<String, Object> client =
          Map.of(
              "bootstrap.servers", address(),
              "request.timeout.ms", 3000,
              "default.api.timeout.ms", 3000,
              "reconnect.backoff.max.ms", 200);
      try (Admin admin = Admin.create(client)) {
        DescribeClusterResult cluster = admin.describeCluster();
        return cluster.clusterId().get(4, TimeUnit.SECONDS).equals(clusterId)
            && !cluster.nodes().get(4, TimeUnit.SECONDS).isEmpty();
      }
    };
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  private String clusterId() throws IOException {
    Path file = home.resolve("cluster-id");
    if (Files.notExists(file)) {
      Files.writeString(file, Uuid.randomUuid().toString());
    }
    return Files.readString(file).strip();
  }

  private String properties(int controllerPort) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    log.dirs=%3$s
    auto.create.topics.enable=false
    message.max.bytes=%4$d
    replica.fetch.max.bytes=%4$d
    # One node: its own topics cannot have more than one replica.
    default.replication.factor=1
    min.insync.replicas=1
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=8
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=8
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=8
    # A broker that was killed is let in again after its old session ran out.
    broker.session.timeout.ms=3000
    broker.heartbeat.interval.ms=1000
    group.initial.rebalance.delay.ms=0
    # A consumer that pauses for a month (a laptop in a drawer) must not lose its place.
    offsets.retention.minutes=525600
    """
        .formatted(port, controllerPort, home.resolve("data"), MAX_MESSAGE_BYTES);
  }
}
