package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.AccountSamples.done;
import static org.tocsin.store.AccountSamples.outcome;
import static org.tocsin.store.AccountSamples.submission;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.ORIGIN;
import static org.tocsin.store.Samples.by;
import static org.tocsin.store.Samples.indicator;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.Samples.version;
import static org.tocsin.store.TestStore.ALL;
import static org.tocsin.store.TestStore.LATER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.sharing.Grant;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ObservationQuery.Order;

/**
 * The sharing filter admits the same as a decision and as a query, over every level from every
 * submitter.
 */
@UseEngines(EngineKind.ELASTICSEARCH)
class SharingIT {
  private static final List<String> SUBMITTERS =
      List.of("feed-a", "Feed-A", "an.analyst@example.org", "*", "RED", "x".repeat(256));
  private static final int GENERATED = 24;
  private static final long SEED = 20_261_115;

  private static TestStore test;
  private static List<StoredObservation> observations;
  private static List<StoredObject> objects;
  private static List<StoredReject> rejects;
  private static List<ReceiptAccount> accounts;

  @BeforeAll
  static void write(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    List<PlacedFact> facts = new ArrayList<>();
    List<Submission> submissions = new ArrayList<>();
    for (String submitter : SUBMITTERS) {
      submissions.add(submission(submitter, Submission.State.SEALED, NOW, ORIGIN, submitter, 1));
      for (Tlp tlp : Tlp.values()) {
        String name = submitter + tlp;
        int position = facts.size();
        PlacedFact seen = placed(observation(name, tlp), slot("seen", 0, position), position);
        PlacedFact made =
            placed(version(indicator(name, NOW), tlp), slot("made", 0, position), position);
        facts.add(by(seen, submitter, ORIGIN));
        facts.add(by(made, submitter, ORIGIN));
      }
    }
    test.write(facts.toArray(PlacedFact[]::new));
    test.store().facts().writeSubmissions(submissions);
    test.store()
        .facts()
        .writeOutcomes(submissions.stream().map(each -> outcome(each, 0, 0, 0, 0, 1)).toList());
    test.store().facts().makeVisible();
    observations = observations(ALL);
    objects = objects(ALL);
    rejects = rejects(ALL);
    accounts = accounts(ALL);
  }

  @AfterAll
  static void close() {
    test.close();
  }

  static Stream<SharingFilter> filters() {
    Stream<Reader> readers =
        Stream.concat(
            Stream.of(Reader.ANONYMOUS),
            Arrays.stream(Role.values()).map(role -> new Reader("feed-a", Set.of(role), null)));
    Random random = new Random(SEED);
    return Stream.of(
            readers.flatMap(reader ->
                Stream.of(SharingPolicy.knowledge(reader), SharingPolicy.submissions(reader))),
            Stream.of(new SharingFilter(List.of())),
            Stream.generate(() -> generated(random)).limit(GENERATED))
        .flatMap(all -> all)
        .distinct();
  }

  private static SharingFilter generated(Random random) {
    EnumSet<Tlp> levels = EnumSet.allOf(Tlp.class);
    return new SharingFilter(
        Stream.concat(
                Stream.of(new Grant(some(levels, random), new Grant.Anybody())),
                some(Set.copyOf(SUBMITTERS), random).stream()
                    .map(submitter -> new Grant(levels, new Grant.Submitter(submitter))))
            .filter(grant -> !grant.levels().isEmpty())
            .toList());
  }

  private static <T extends Comparable<T>> Set<T> some(Set<T> all, Random random) {
    int share = random.nextInt(4);
    return all.stream()
        .sorted()
        .filter(each -> random.nextInt(4) < share)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("filters")
  void shouldAdmitTheSameAsADecisionAndAsAQuery(SharingFilter filter) {
    assertThat(observations).hasSize(SUBMITTERS.size() * Tlp.values().length);
    assertThat(observations(filter))
        .containsExactlyElementsOf(
            observations.stream()
                .filter(each -> filter.admits(Marked.of(each.tlp(), each.submitter())))
                .map(each -> each.under(filter))
                .toList());
    assertThat(objects(filter))
        .containsExactlyElementsOf(
            objects.stream()
                .filter(each -> filter.admits(Marked.of(each.tlp(), each.submitter())))
                .map(each -> each.under(filter))
                .toList());
    assertThat(rejects(filter))
        .containsExactlyElementsOf(
            rejects.stream()
                .filter(each -> filter.admits(Marked.submission(each.submitter())))
                .toList());
    assertThat(accounts(filter))
        .containsExactlyElementsOf(
            accounts.stream()
                .filter(each -> filter.admits(Marked.submission(each.submission().submitter())))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("filters")
  void shouldFindOneByItsIdWhereASearchWould(SharingFilter filter) {
    List<StoredObservation> found = observations(filter);
    for (int i = 0; i < observations.size(); i += 7) {
      StoredObservation one = observations.get(i);
      assertThat(test.store().observations().find(one.id(), filter).isPresent())
          .isEqualTo(found.contains(one.under(filter)));
    }
  }

  private static List<StoredObservation> observations(SharingFilter filter) {
    return test.store()
        .observations()
        .search(TestStore.query(Order.ADDED, null, 1_000), filter, LATER)
        .items();
  }

  private static List<StoredObject> objects(SharingFilter filter) {
    return test.store()
        .objects()
        .search(new ObjectQuery(null, null, null, null, true, null, 1_000), filter, LATER)
        .items();
  }

  private static List<StoredReject> rejects(SharingFilter filter) {
    return test.store().rejects().search(null, null, null, 1_000, filter).items();
  }

  private static List<ReceiptAccount> accounts(SharingFilter filter) {
    return test.store().accounts().latest(1_000, done(), filter);
  }
}
