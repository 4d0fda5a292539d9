package org.tocsin.stream.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.Topic;

@UseEngines(EngineKind.KAFKA)
class NodeJournalIT {
  private TestStream stream;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldKeepTheNamespaceItOnceMadeUp() {
    NodeNamespace first = new NodeJournal(stream.connection()).namespace();

    assertThat(new NodeJournal(stream.connection()).namespace()).isEqualTo(first);
    assertThat(first.id().version()).isEqualTo(4);
  }

  @Test
  void shouldAgreeThoughSeveralProcessesBeginAtOnce() {
    List<CompletableFuture<NodeNamespace>> all =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(
                    () -> new NodeJournal(stream.connection()).namespace()))
            .limit(8)
            .toList();

    assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void shouldRefuseAJournalThatBeginsOtherwise() {
    stream
        .connection()
        .sendAndWait(
            new ProducerRecord<>(
                stream.connection().name(Topic.JOURNAL),
                0,
                null,
                "{\"kind\":\"seal\"}".getBytes(StandardCharsets.UTF_8)),
            "test");

    assertThatIllegalStateException()
        .isThrownBy(() -> new NodeJournal(stream.connection()).namespace());
  }
}
