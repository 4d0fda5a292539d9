package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.model.report.RejectReason.BAD_VALUE;
import static org.tocsin.model.report.RejectReason.MISSING_FIELD;
import static org.tocsin.model.report.RejectReason.UNKNOWN_TYPE;
import static org.tocsin.store.AccountSamples.outcome;
import static org.tocsin.store.AccountSamples.rejectId;
import static org.tocsin.store.AccountSamples.submission;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.ORIGIN;
import static org.tocsin.store.TestStore.ALL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;

/** Rejects of three submissions: 25 raw records of one, each with two; one each of two others. */
@UseEngines(EngineKind.ELASTICSEARCH)
class RejectSearchIT {
  private static final int LIMIT = 7;
  private static final int MANY = 25;

  /** Newest first; within a submission, in its own order. */
  private static final Comparator<StoredReject> NEWEST_FIRST =
      Comparator.comparing(StoredReject::collectedAt)
          .reversed()
          .thenComparing(reject -> reject.slot().number())
          .thenComparing(reject -> reject.slot().position());

  private static final Submission LARGE =
      submission(
          "large",
          Submission.State.SEALED,
          NOW,
          ORIGIN,
          "feed-large",
          IntStream.generate(() -> 3).limit(MANY).toArray());
  private static final Submission NEWER = small("newer", 60);
  private static final Submission OLDER = small("older", -60);

  private static TestStore test;

  @BeforeAll
  static void write(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    List<Outcome> outcomes = new ArrayList<>();
    for (int number = 0; number < MANY; number++) {
      outcomes.add(
          outcome(LARGE, number, 1, 0, 0, List.of(reject(0, BAD_VALUE), reject(2, MISSING_FIELD))));
    }
    outcomes.add(outcome(NEWER, 0, 0, 0, 0, List.of(reject(0, UNKNOWN_TYPE))));
    outcomes.add(outcome(OLDER, 0, 0, 0, 0, List.of(reject(0, MISSING_FIELD))));
    test.store().facts().writeSubmissions(List.of(LARGE, NEWER, OLDER));
    test.store().facts().writeOutcomes(outcomes);
    test.store().facts().makeVisible();
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @Test
  void shouldGiveEachOnceNewestFirst() {
    List<StoredReject> all = follow(null, null, LIMIT, ALL);

    assertThat(all).hasSize(2 * MANY + 2).doesNotHaveDuplicates().isSortedAccordingTo(NEWEST_FIRST);
    assertThat(all.getFirst().slot().receipt()).isEqualTo(NEWER.receipt());
    assertThat(all.getLast().slot().receipt()).isEqualTo(OLDER.receipt());
    assertThat(follow(null, null, 1, ALL)).isEqualTo(all);
    assertThat(follow(null, null, 1_000, ALL)).isEqualTo(all);
  }

  @Test
  void shouldGiveThoseOfOneReasonOnly() {
    assertThat(follow(null, MISSING_FIELD, LIMIT, ALL))
        .hasSize(MANY + 1)
        .isSortedAccordingTo(NEWEST_FIRST)
        .allSatisfy(found ->
            assertThat(found.reject()).isEqualTo(reject(found.slot().position(), MISSING_FIELD)));
    assertThat(follow(null, RejectReason.UNSTORABLE, LIMIT, ALL)).isEmpty();
  }

  @Test
  void shouldGiveThoseOfOneReceiptOnly() {
    assertThat(follow(OLDER.receipt(), null, LIMIT, ALL))
        .containsExactly(
            new StoredReject(
                new Slot(OLDER.receipt(), 0, 0),
                OLDER.origin(),
                OLDER.submitter(),
                OLDER.format(),
                OLDER.openedAt(),
                new RawLocation(OLDER.lane(), 0, 0),
                reject(0, MISSING_FIELD)));
    assertThat(follow(OLDER.receipt(), BAD_VALUE, LIMIT, ALL)).isEmpty();
    assertThat(follow(LARGE.receipt(), BAD_VALUE, LIMIT, ALL)).hasSize(MANY);
  }

  @Test
  void shouldGiveASubmitterTheirOwnOnly() {
    assertThat(follow(null, null, LIMIT, own("feed-large")))
        .hasSize(2 * MANY)
        .allSatisfy(found -> assertThat(found.submitter()).isEqualTo("feed-large"));
    assertThat(follow(LARGE.receipt(), null, LIMIT, own("feed-newer"))).isEmpty();
    assertThat(follow(null, null, LIMIT, own("somebody-else"))).isEmpty();
  }

  @Test
  void shouldFindOneByItsIdForWhoMaySeeIt() {
    String id = rejectId(LARGE, 3, 2);
    Rejects rejects = test.store().rejects();

    assertThat(rejects.find(id, own("feed-large")))
        .map(StoredReject::reject)
        .contains(reject(2, MISSING_FIELD));
    assertThat(rejects.find(id, own("feed-newer"))).isEmpty();
    assertThat(rejects.find(rejectId(LARGE, 3, 1), ALL)).as("that record was taken").isEmpty();
    assertThat(rejects.find(rejectId(LARGE, MANY, 0), ALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "1-2-3", "x", "00000000-0000-0000-0000-000000000000-99999999999-0"})
  void shouldFindNothingUnderWhatIsNoId(String id) {
    assertThat(test.store().rejects().find(id, ALL)).isEmpty();
  }

  @Test
  void shouldRefuseTheCursorOfAnotherSearch() {
    String foreign =
        test.store()
            .observations()
            .search(TestStore.query(ObservationQuery.Order.ADDED, null, 1), ALL, NOW)
            .cursor();

    for (String cursor : List.of(foreign, "", "!", "UkFBQQ")) {
      assertThatThrownBy(() -> test.store().rejects().search(null, null, cursor, LIMIT, ALL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("cursor: ");
    }
  }

  private static List<StoredReject> follow(
      @Nullable UUID receipt, @Nullable RejectReason reason, int limit, SharingFilter filter) {
    List<StoredReject> all = new ArrayList<>();
    String cursor = null;
    Page<StoredReject> page;
    do {
      page = test.store().rejects().search(receipt, reason, cursor, limit, filter);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page.items());
      cursor = page.cursor();
    } while (page.more());
    return all;
  }

  private static Reject reject(int position, RejectReason reason) {
    return new Reject(position, 2L + position, "timestamp", reason, "It cannot be taken.");
  }

  private static Submission small(String name, long secondsLater) {
    return submission(
        name, Submission.State.SEALED, NOW.plusSeconds(secondsLater), ORIGIN, "feed-" + name, 1);
  }

  private static SharingFilter own(String submitter) {
    return SharingPolicy.submissions(new Reader(submitter, Set.of(Role.FEED), null));
  }
}
