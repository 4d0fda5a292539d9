package org.tocsin.stream.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.account.Submission;

class RecentSubmissionsTest {
  private final RecentSubmissions recent = new RecentSubmissions();

  @Test
  void shouldKnowTheLastState() {
    UUID receipt = UUID.randomUUID();
    recent.put(Submissions.of(receipt, Submission.State.OPENED, 0));
    recent.put(Submissions.of(receipt, Submission.State.SEALED, 2));

    assertThat(recent.find(receipt)).map(Submission::state).contains(Submission.State.SEALED);
    assertThat(recent.size()).isEqualTo(1);
  }

  @Test
  void shouldForgetTheOldestBeyondItsBound() {
    List<UUID> receipts =
        Stream.generate(UUID::randomUUID).limit(RecentSubmissions.MAX_SUBMISSIONS + 2).toList();
    receipts.forEach(receipt -> recent.put(Submissions.of(receipt, Submission.State.OPENED, 0)));

    assertThat(recent.size()).isEqualTo(RecentSubmissions.MAX_SUBMISSIONS);
    assertThat(recent.find(receipts.get(0))).isEmpty();
    assertThat(recent.find(receipts.get(1))).isEmpty();
    assertThat(recent.find(receipts.get(2))).isPresent();
  }

  @Test
  void shouldKeepWhatWasWrittenAboutAgain() {
    UUID old = UUID.randomUUID();
    recent.put(Submissions.of(old, Submission.State.OPENED, 0));
    fill(RecentSubmissions.MAX_SUBMISSIONS - 1);
    recent.put(Submissions.of(old, Submission.State.SEALED, 1));
    fill(10);

    assertThat(recent.find(old)).isPresent();
  }

  @Test
  void shouldHoldFewSubmissionsOfManyFramesAndAlwaysTheLast() {
    int frames = RecentSubmissions.MAX_FRAMES / 4;
    for (int n = 0; n < 10; n++) {
      recent.put(Submissions.of(UUID.randomUUID(), Submission.State.SEALED, frames));
    }
    assertThat(recent.size()).isEqualTo(4);

    UUID huge = UUID.randomUUID();
    recent.put(Submissions.of(huge, Submission.State.SEALED, RecentSubmissions.MAX_FRAMES + 1));
    assertThat(recent.find(huge)).isPresent();
    assertThat(recent.size()).isEqualTo(1);
  }

  private void fill(int count) {
    for (int n = 0; n < count; n++) {
      recent.put(Submissions.of(UUID.randomUUID(), Submission.State.OPENED, 0));
    }
  }
}
