package org.tocsin.stream.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Journaled;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.Topic;

@UseEngines(EngineKind.KAFKA)
class JournalIT {
  @TempDir private Path folder;
  private TestStream stream;
  private KafkaJournal journal;
  private JournalProgress progress;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
    new NodeJournal(stream.connection()).namespace();
    journal = new KafkaJournal(stream.connection());
    progress = new JournalProgress(stream.connection());
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldFeedCommandsInOrderAndMoveTheHorizonBehindThem() {
    List<Command> given = append(1, 40);
    List<Journaled> taken = new CopyOnWriteArrayList<>();

    try (JournalConsumer consumer = new JournalConsumer(stream.connection(), taken::addAll)) {
      consumer.start();
      await().until(() -> taken.size() == 40);
      Instant last = taken.getLast().added();
      await().until(() -> !progress.horizon().isBefore(last));
    }

    assertThat(taken).extracting(Journaled::command).isEqualTo(given);
    assertThat(taken).extracting(Journaled::added).doesNotHaveDuplicates().isSorted();
    assertThat(progress.horizon()).isEqualTo(taken.getLast().added());
    assertThat(progress.offset()).isEqualTo(41);
  }

  @Test
  void shouldGiveTheSameOrderWhenTheJournalIsReadAgain() {
    append(1, 20);
    List<Journaled> first = new ArrayList<>();
    List<Journaled> again = new ArrayList<>();
    JournalReplay replay = new JournalReplay(stream.connection());

    assertThat(replay.run(first::addAll)).isEqualTo(20);
    append(21, 5);
    assertThat(replay.run(first::addAll)).isEqualTo(5);
    new JournalReplay(stream.connection()).run(again::addAll);

    assertThat(again).isEqualTo(first).hasSize(25);
  }

  @Test
  void shouldSealWhatIsCommittedAndVerifyIt() {
    SealKey key = SealKey.in(folder.resolve("keys/seal.key"));
    append(1, 3);
    try (JournalConsumer consumer = new JournalConsumer(stream.connection(), batch -> {});
        Sealer sealer =
            new Sealer(stream.connection(), consumer, progress, key, Duration.ofMillis(10))) {
      consumer.start();
      sealer.start();
      await().until(() -> verify(key.publicKey()).sealedThrough() == 3);
    }

    JournalProof proof = verify(key.publicKey());
    assertThat(proof.holds()).isTrue();
    assertThat(proof.commands()).isEqualTo(3);
    assertThat(proof.seals()).isEqualTo(1);
    assertThat(proof.keys()).containsExactly(key.publicKey());
    assertThat(SealKey.in(folder.resolve("keys/seal.key")).publicKey()).isEqualTo(key.publicKey());
  }

  @Test
  void shouldFindASealThatDoesNotFitWhatIsBeforeIt() {
    SealKey key = SealKey.in(folder.resolve("seal.key"));
    append(1, 2);
    journal.append(key.seal(2, new Chain(NodeRecord.NONE, 3)));

    JournalProof proof = verify(key.publicKey());

    assertThat(proof.holds()).isFalse();
    assertThat(proof.fault()).extracting(JournalProof.Fault::offset).isEqualTo(3L);
  }

  @Test
  void shouldNotTrustASealOfSomebodyElse() {
    append(1, 1);
    SealKey other = SealKey.in(folder.resolve("other.key"));
    Chain chain = chainOfAll();
    journal.append(other.seal(1, chain));

    assertThat(verify(other.publicKey()).holds()).isTrue();
    assertThat(verify(SealKey.in(folder.resolve("own.key")).publicKey()).holds()).isFalse();
  }

  @Test
  void shouldSayWhereAnEntryCannotBeRead() {
    append(1, 1);
    stream
        .connection()
        .sendAndWait(
            new ProducerRecord<>(
                stream.connection().name(Topic.JOURNAL),
                0,
                null,
                "{\"kind\":".getBytes(StandardCharsets.UTF_8)),
            "test");

    JournalProof proof = new KafkaJournalReader(stream.connection(), progress, Set.of()).verify();

    assertThat(proof.fault()).extracting(JournalProof.Fault::offset).isEqualTo(2L);
    assertThat(proof.entries()).isEqualTo(3);
  }

  @Test
  void shouldFollowTheJournalFromAnyPlace() {
    append(1, 3);
    List<JournalTail.Appended> seen = new CopyOnWriteArrayList<>();

    try (JournalTail tail = new JournalTail(stream.connection(), 2, seen::add)) {
      tail.start();
      await().until(() -> seen.size() == 2);
      append(4, 1);
      await().until(() -> seen.size() == 3);
    }

    assertThat(seen).extracting(JournalTail.Appended::offset).containsExactly(2L, 3L, 4L);
  }

  private List<Command> append(int from, int count) {
    List<Command> commands =
        IntStream.range(from, from + count).mapToObj(Commands::numbered).toList();
    commands.forEach(journal::append);
    return commands;
  }

  private Chain chainOfAll() {
    List<Chain> links = new ArrayList<>(List.of(Chain.START));
    new JournalReads(stream.connection())
        .read(0, entries -> entries.forEach(raw -> links.add(links.getLast().link(raw))));
    return links.getLast();
  }

  private JournalProof verify(String key) {
    return new KafkaJournalReader(stream.connection(), progress, Set.of(key)).verify();
  }
}
