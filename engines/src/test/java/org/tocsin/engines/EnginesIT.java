package org.tocsin.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.engines.junit.TestEngines;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.engines.port.PortBook;
import org.tocsin.engines.port.PortOwner;
import org.tocsin.engines.port.PortPolicy;
import org.tocsin.engines.process.ProcessFailedException;
import org.tocsin.engines.process.ProcessListener;

@UseEngines(
    value = {EngineKind.KAFKA, EngineKind.ELASTICSEARCH},
    breakable = true)
class EnginesIT {

  private static final Duration RESTART = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldKeepKafkaRecordsWhenBrokerIsKilled(TestEngines engines) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", engines.kafkaBootstrap());
    try (Admin admin = Admin.create(client)) {
      NewTopic topic = new NewTopic("engines-it", 1, (short) 1);
      admin
          .createTopics(List.of(topic.configs(Map.of("flush.messages", "1"))))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("engines-it", "before")).get(20, TimeUnit.SECONDS);
    }
    long first = engines.engine(EngineKind.KAFKA).pid().orElseThrow();

    engines.engine(EngineKind.KAFKA).kill();
    Duration took = engines.engine(EngineKind.KAFKA).awaitReady(RESTART);

    System.out.println("[engines] kafka was back " + took.toMillis() + " ms after its restart");
    assertThat(engines.engine(EngineKind.KAFKA).pid().orElseThrow()).isNotEqualTo(first);
    assertThat(readAll(client)).containsExactly("before");
  }

  @Test
  void shouldKeepDocumentsWhenElasticsearchIsKilled(TestEngines engines) throws Exception {
    put(engines.elasticsearchUrl() + "/engines-it", "{\"settings\":{\"number_of_replicas\":0}}");
    put(engines.elasticsearchUrl() + "/engines-it/_doc/1", "{\"word\":\"before\"}");

    engines.engine(EngineKind.ELASTICSEARCH).kill();
    Duration took = engines.engine(EngineKind.ELASTICSEARCH).awaitReady(RESTART);

    System.out.println("[engines] elasticsearch was back after " + took.toMillis() + " ms");
    assertThat(get(engines.elasticsearchUrl() + "/engines-it/_doc/1")).contains("before");
  }

  @Test
  void shouldStartAgainWithSameAddressWhenStopped(TestEngines engines) throws Exception {
    Engine kafka = engines.engine(EngineKind.KAFKA);
    String address = kafka.address();
    long pid = kafka.pid().orElseThrow();

    kafka.stop();

    assertThat(kafka.isReady()).isFalse();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    kafka.start();
    kafka.awaitReady(RESTART);
    assertThat(kafka.address()).isEqualTo(address);
  }

  @Test
  void shouldLeaveNoOrphanWhenParentIsKilled(@TempDir Path home) throws Exception {
    Process parent = parentProgram(home, home.resolve("parent.log"));
    try (BufferedReader output = parent.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.startsWith("pid ")) {
        line = output.readLine();
      }
      ProcessHandle broker = ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow();

      parent.destroyForcibly().waitFor();

      Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !broker.isAlive());
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void shouldRefuseHomeThatIsInUse(@TempDir Path home) throws Exception {
    try (Engines first = Engines.start(home, Set.of(), PortPolicy.ANY, ProcessListener.SILENT)) {
      assertThat(first.all()).isEmpty();
      assertThatThrownBy(
              () -> Engines.start(home, Set.of(), PortPolicy.ANY, ProcessListener.SILENT))
          .isInstanceOf(ProcessFailedException.class)
          .hasMessageContaining("already run");
    }
  }

  @Test
  void shouldSayWhoHoldsTakenPort(@TempDir Path home) throws Exception {
    List<String> reports = new CopyOnWriteArrayList<>();
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortBook book = new PortBook(home.resolve("ports"), PortPolicy.USUAL, reports::add);

      int chosen = book.choose("http", holder.getLocalPort());

      assertThat(chosen).isNotEqualTo(holder.getLocalPort());
      assertThat(reports).singleElement().asString().contains("taken by");
      assertThat(PortOwner.pid(holder.getLocalPort())).hasValue(ProcessHandle.current().pid());
      assertThat(book.choose("http", holder.getLocalPort())).isEqualTo(chosen);
    }
  }

  private static Process parentProgram(Path home, Path errors) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ParentProgram.class.getName(),
            home.toString())
        .redirectError(errors.toFile())
        .start();
  }

  private static List<String> readAll(Map<String, Object> client) {
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("engines-it", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new CopyOnWriteArrayList<>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(r -> values.add(r.value()));
            return !values.isEmpty();
          });
      return values;
    }
  }

  private void put(String address, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 201);
  }

  private String get(String address) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }
}
