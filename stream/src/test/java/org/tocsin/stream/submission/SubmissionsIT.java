package org.tocsin.stream.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Submission;
import org.tocsin.stream.SubmissionReader;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.report.KafkaReportLog;

@UseEngines(EngineKind.KAFKA)
class SubmissionsIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private TestStream stream;
  private KafkaReportLog log;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
    log = new KafkaReportLog(stream.connection());
  }

  @AfterEach
  void close() {
    log.close();
    stream.close();
  }

  @Test
  void shouldFindAtOnceWhatAnotherProcessJustWroteDown() {
    try (TestStream other = stream.another();
        SubmissionReader reader = new KafkaSubmissionReader(other.connection())) {
      for (int n = 0; n < 20; n++) {
        Submission opened = Submissions.of(UUID.randomUUID(), Submission.State.OPENED, 0);
        Submission sealed = Submissions.of(opened.receipt(), Submission.State.SEALED, n);

        log.append(opened);
        assertThat(reader.find(opened.receipt())).contains(opened);
        log.append(sealed);
        assertThat(reader.find(opened.receipt())).contains(sealed);
      }
    }
  }

  @RepeatedTest(5)
  void shouldFindWhatIsWrittenDownWhileItStarts() {
    Submission opened = Submissions.of(UUID.randomUUID(), Submission.State.OPENED, 0);
    try (SubmissionReader reader = new KafkaSubmissionReader(stream.connection())) {
      log.append(opened);

      assertThat(reader.find(opened.receipt())).contains(opened);
    }
  }

  @Test
  void shouldKnowWhatWasWrittenDownBeforeItStarted() {
    Submission sealed = Submissions.of(UUID.randomUUID(), Submission.State.SEALED, 2_000);
    log.append(sealed);

    try (SubmissionReader reader = new KafkaSubmissionReader(stream.connection())) {
      assertThat(reader.find(sealed.receipt())).contains(sealed);
      assertThat(reader.find(UUID.randomUUID())).isEmpty();
    }
  }

  @Test
  void shouldGiveEveryStateInOrderAndTheSameBatchUntilItIsTaken() {
    List<Submission> given = new CopyOnWriteArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    List<Submission> written =
        List.of(
            Submissions.of(UUID.randomUUID(), Submission.State.OPENED, 0),
            Submissions.of(UUID.randomUUID(), Submission.State.ABORTED, 1),
            Submissions.of(UUID.randomUUID(), Submission.State.SEALED, 2));
    written.forEach(log::append);
    try (SubmissionConsumer consumer =
        new SubmissionConsumer(
            stream.connection(),
            batch -> {
              if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
              }
              given.addAll(batch);
            })) {
      consumer.start();

      await().atMost(SOON).until(() -> given.size() == written.size());
      assertThat(given).isEqualTo(written);
    }
  }
}
