package org.tocsin.stream.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.account.Submission;

class SubmissionCodecTest {
  @ParameterizedTest
  @EnumSource(Submission.State.class)
  void shouldGiveBackEveryField(Submission.State state) {
    Submission submission = Submissions.of(UUID.randomUUID(), state, 3);

    assertThat(decode(SubmissionCodec.encode("t", submission).value())).contains(submission);
  }

  @Test
  void shouldKeyByReceipt() {
    Submission submission = Submissions.of(UUID.randomUUID(), Submission.State.OPENED, 0);
    ProducerRecord<byte[], byte[]> sent = SubmissionCodec.encode("t", submission);

    assertThat(new String(sent.key(), StandardCharsets.UTF_8))
        .isEqualTo(submission.receipt().toString());
  }

  @Test
  void shouldTakeWhatAnEarlierVersionWroteForEvents() {
    Submission submission = Submissions.of(UUID.randomUUID(), Submission.State.SEALED, 1);
    String json =
        new String(SubmissionCodec.encode("t", submission).value(), StandardCharsets.UTF_8);
    String earlier = json.replace("\"kind\":\"EVENTS\",", "");

    assertThat(earlier).isNotEqualTo(json);
    assertThat(decode(earlier.getBytes(StandardCharsets.UTF_8))).contains(submission);
  }

  @Test
  void shouldSkipWhatALaterVersionAdded() {
    Submission submission = Submissions.of(UUID.randomUUID(), Submission.State.OPENED, 1);
    String json =
        new String(SubmissionCodec.encode("t", submission).value(), StandardCharsets.UTF_8);

    assertThat(decode(json.replaceFirst("\\{", "{\"later\":[1],").getBytes(StandardCharsets.UTF_8)))
        .contains(submission);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "{}", "null", "[1]", "{\"receipt\":\"x\"}", "\u0000", "{\"origin\":{}}"})
  void shouldSkipWhatIsNoSubmission(String json) {
    assertThat(decode(json == null ? null : json.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static Optional<Submission> decode(byte[] value) {
    return SubmissionCodec.decode(new ConsumerRecord<>("t", 0, 3, null, value));
  }
}
