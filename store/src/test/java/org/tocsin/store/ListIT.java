package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.ORIGIN;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.TestStore.ALL;
import static org.tocsin.store.TestStore.LATER;
import static org.tocsin.store.WriteResult.DUPLICATE;
import static org.tocsin.store.WriteResult.OBSERVED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.tlp.Tlp;

/** What lists hold, and since when they no longer do, follows from what was collected alone. */
@UseEngines(EngineKind.ELASTICSEARCH)
class ListIT {
  private static final Instant FIRST = minute(1);
  private static final Instant SECOND = minute(2);
  private static final Instant THIRD = minute(3);

  private TestStore test;
  private ListEnds ends;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    ends = test.store().listEnds(Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    test.close();
  }

  /** A list as it stood at one time; what is rejected of it comes beside its values. */
  private record Polled(Instant time, State state, int rejected, List<String> values) {
    static Polled at(Instant time, String... values) {
      return new Polled(time, State.SEALED, 0, List.of(values));
    }

    String name() {
      return "poll of " + time;
    }

    boolean isWhole() {
      return state == State.SEALED && values.size() > rejected;
    }

    PlacedFact[] facts(Tlp tlp) {
      List<PlacedFact> facts = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        // a row without a time of its own has that of its snapshot
        facts.add(listed(values.get(i), tlp, slot(name(), 0, i), time));
      }
      return facts.toArray(PlacedFact[]::new);
    }

    Submission submission() {
      int records = values.size() + rejected;
      return new Submission(
          id(name()),
          "feed-example",
          ORIGIN,
          null,
          "example-csv",
          Lane.BULK,
          null,
          FeedKind.LIST,
          time,
          state,
          records,
          100,
          state == State.SEALED ? "00" : null,
          List.of(new Frame(0, 0, records)),
          state == State.SEALED ? null : "it broke off");
    }
  }

  private static Instant minute(int minute) {
    return NOW.plusSeconds(60L * minute);
  }

  private static PlacedFact listed(String value, Tlp tlp, Slot slot, Instant collectedAt) {
    return new PlacedFact(
        slot,
        ORIGIN,
        "feed-example",
        "example-csv",
        1,
        collectedAt,
        FeedKind.LIST,
        collectedAt.plusSeconds(1).plusNanos(slot.position() * 1_000L),
        new RawLocation(Lane.BULK, 0, slot.number()),
        new Accepted(slot.position(), 0, 10, observation(value, tlp, collectedAt)),
        null);
  }

  private static void write(FactWriter writer, Polled polled) {
    writer.write(List.of(polled.facts(Tlp.GREEN)));
    account(writer, polled);
  }

  private static void account(FactWriter writer, Polled polled) {
    Submission submission = polled.submission();
    writer.writeSubmissions(List.of(submission));
    int held = polled.values().size();
    writer.writeOutcomes(
        List.of(AccountSamples.outcome(submission, 0, held, 0, 0, polled.rejected())));
    writer.makeVisible();
  }

  private void poll(Polled polled) {
    write(test.store().facts(), polled);
  }

  private Listing listing(String value) {
    return test.find(id(value)).listing();
  }

  @Test
  void shouldMoveLastReportedAndNothingThatReadersFollow() {
    Polled first = Polled.at(FIRST, "a", "b");
    Polled second = Polled.at(SECOND, "a", "b");
    assertThat(test.write(first.facts(Tlp.GREEN))).containsOnly(OBSERVED);
    List<StoredObservation> before = test.all();

    assertThat(test.write(second.facts(Tlp.GREEN))).containsOnly(DUPLICATE);
    assertThat(listing("a")).isEqualTo(Listing.of(SECOND));
    assertThat(test.all())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("listing")
        .isEqualTo(before);

    assertThat(test.write(first.facts(Tlp.GREEN))).as("a replay").containsOnly(OBSERVED);
    assertThat(test.write(second.facts(Tlp.GREEN))).as("a replay").containsOnly(DUPLICATE);
    assertThat(listing("a")).isEqualTo(Listing.of(SECOND));
  }

  @Test
  void shouldMeetAnEntryAgainHoweverLongItHasBeenListed() {
    test.write(Polled.at(FIRST, "a").facts(Tlp.GREEN));
    Instant nextMonth = FIRST.plus(Duration.ofDays(30));
    test.at(nextMonth);

    assertThat(test.write(Polled.at(nextMonth, "a").facts(Tlp.GREEN))).containsOnly(DUPLICATE);
    assertThat(test.all()).hasSize(1);
    assertThat(test.find(id("a")).observedAt()).isEqualTo(FIRST);
  }

  @Test
  void shouldTightenWhatIsListedUnderAStricterLevel() {
    test.write(Polled.at(FIRST, "a").facts(Tlp.GREEN));
    test.write(Polled.at(SECOND, "a").facts(Tlp.RED));
    test.write(Polled.at(THIRD, "a").facts(Tlp.GREEN));

    StoredObservation stored = test.find(id("a"));
    assertThat(stored.tlp()).isEqualTo(Tlp.RED);
    assertThat(stored.listing()).isEqualTo(Listing.of(THIRD));
    assertThat(stored.added())
        .as("visible anew when it was tightened")
        .isAfter(SECOND)
        .isBefore(THIRD);
  }

  @Test
  void shouldEndWhatTheNextSnapshotDoesNotHoldAndTakeTheEndBack() {
    poll(Polled.at(FIRST, "a", "b"));
    poll(Polled.at(SECOND, "b"));
    ends.look();
    assertThat(listing("a")).isEqualTo(new Listing(FIRST, SECOND));
    assertThat(listing("b")).isEqualTo(Listing.of(SECOND));
    assertThat(found("listed=false")).containsExactly("a");
    assertThat(found("listed=true")).containsExactly("b");

    poll(Polled.at(THIRD, "a", "b"));
    ends.look();
    assertThat(listing("a")).isEqualTo(Listing.of(THIRD));
    assertThat(found("listed=false")).isEmpty();
  }

  @Test
  void shouldEndNothingByASnapshotThatIsNotWhole() {
    poll(Polled.at(FIRST, "a", "b", "c"));
    poll(new Polled(minute(2), State.ABORTED, 0, List.of("a")));
    poll(new Polled(minute(3), State.SEALED, 0, List.of()));
    poll(new Polled(minute(4), State.SEALED, 2, List.of("a", "b")));
    Polled pending = Polled.at(minute(5), "a");
    test.store().facts().writeSubmissions(List.of(pending.submission()));
    test.store().facts().makeVisible();
    ends.look();
    assertThat(listing("c")).isEqualTo(Listing.of(FIRST));

    poll(new Polled(minute(6), State.SEALED, 1, List.of("a", "b")));
    ends.look();
    assertThat(listing("c")).isEqualTo(new Listing(FIRST, minute(6)));
    assertThat(listing("a")).isEqualTo(Listing.of(minute(6)));
  }

  @Test
  void shouldEndNothingOfAnotherFeedAndNoEvent() {
    test.write(Samples.placed(observation("event"), slot("e", 0, 0), 0));
    PlacedFact other = listed("other", Tlp.GREEN, slot("o", 0, 0), FIRST);
    test.write(
        new PlacedFact(
            other.slot(),
            new Origin(ORIGIN.provider(), "another"),
            other.submitter(),
            other.format(),
            1,
            FIRST,
            FeedKind.LIST,
            other.added(),
            other.raw(),
            other.accepted(),
            null));
    poll(Polled.at(FIRST, "a"));
    poll(Polled.at(SECOND, "b"));
    ends.look();

    assertThat(listing("a").endedAt()).isEqualTo(SECOND);
    assertThat(listing("other")).isEqualTo(Listing.of(FIRST));
    assertThat(test.find(id("event")).listing()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldComeToTheSameInWhateverOrderSnapshotsArriveAndInARebuild(long seed) {
    Random random = new Random(seed);
    List<Polled> polls = new ArrayList<>();
    for (int minute = 1; minute <= 10; minute++) {
      List<String> values = new ArrayList<>();
      for (String value : List.of("a", "b", "c", "d", "e", "f", "g")) {
        if (random.nextInt(3) > 0) {
          values.add(value);
        }
      }
      State state = random.nextInt(5) == 0 ? State.ABORTED : State.SEALED;
      polls.add(new Polled(minute(minute), state, random.nextInt(3) * 2, values));
    }
    Map<String, Listing> expected = expected(polls);

    Collections.shuffle(polls, random);
    for (Polled polled : polls) {
      test.store().facts().write(List.of(polled.facts(Tlp.GREEN)));
      if (random.nextBoolean()) {
        ends.look();
      }
      account(test.store().facts(), polled);
      if (random.nextBoolean()) {
        ends.look();
      }
    }
    ends.look();
    assertThat(all()).isEqualTo(expected);

    NextGeneration next = test.store().rebuild().begin();
    Collections.shuffle(polls, random);
    polls.subList(0, 5).forEach(polled -> write(next.facts(), polled));
    next.listEnds().look();
    next.holdWrites();
    polls.subList(5, 10).forEach(polled -> write(next.facts(), polled));
    next.swap();
    assertThat(all()).isEqualTo(expected);
  }

  private static Map<String, Listing> expected(List<Polled> polls) {
    TreeSet<Instant> whole = new TreeSet<>();
    Map<String, Instant> last = new TreeMap<>();
    for (Polled polled : polls) {
      polled.values().forEach(value -> last.merge(value, polled.time(), ListIT::later));
      if (polled.isWhole()) {
        whole.add(polled.time());
      }
    }
    Map<String, Listing> expected = new TreeMap<>();
    last.forEach((value, time) -> expected.put(value, new Listing(time, whole.higher(time))));
    return expected;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Map<String, Listing> all() {
    Map<String, Listing> all = new TreeMap<>();
    for (String value : List.of("a", "b", "c", "d", "e", "f", "g")) {
      test.store()
          .observations()
          .find(id(value), ALL)
          .ifPresent(stored -> all.put(value, stored.listing()));
    }
    return all;
  }

  private Set<String> found(String parameters) {
    Set<String> found = new TreeSet<>();
    List<StoredObservation> items =
        test.store().observations().search(Search.of(parameters), ALL, LATER).items();
    for (String value : List.of("a", "b")) {
      if (items.stream().anyMatch(stored -> stored.id().equals(id(value)))) {
        found.add(value);
      }
    }
    assertThat(items).hasSameSizeAs(found);
    return found;
  }
}
