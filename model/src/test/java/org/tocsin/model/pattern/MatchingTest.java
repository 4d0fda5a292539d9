package org.tocsin.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.pattern.Watched.at;
import static org.tocsin.model.pattern.Watched.between;
import static org.tocsin.model.pattern.Watched.find;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
  private static final String ALICE = "{'type': 'p', 'name': 'alice', 'age': 10}";
  private static final String BOB = "{'type': 'p', 'name': 'bob', 'age': 17}";
  private static final String CAROL = "{'type': 'p', 'name': 'carol', 'age': 22}";

  /** Alice at 0, Bob at 5, Carol at 10. */
  private static final Observed[] THREE = {at(0, ALICE), at(5, BOB), at(10, CAROL)};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [p:name = 'alice'] AND [p:name = 'bob']                                     | true
          [p:name = 'alice'] AND [p:name = 'alice']                                   | false
          [p:name = 'alice'] AND [p:age < 20]                                         | true
          [p:name = 'bob'] FOLLOWEDBY [p:name = 'alice']                              | false
          [p:name = 'alice'] FOLLOWEDBY [p:name = 'bob'] FOLLOWEDBY [p:age > 20]      | true
          [p:name = 'alice'] FOLLOWEDBY [p:name = 'carol'] FOLLOWEDBY [p:name = 'bob'] | false
          [p:name = 'dave'] OR [p:name = 'bob']                                       | true
          [p:name = 'dave'] OR [p:name = 'eve']                                       | false
          ([p:name = 'dave'] OR [p:name = 'bob']) AND [p:name = 'bob']                | false
          ([p:name = 'alice'] OR [p:name = 'bob']) AND [p:name = 'bob']               | true
          [p:name = 'bob'] WITHIN 0.0001 SECONDS                                      | true
          ([p:name = 'alice'] AND [p:name = 'bob']) WITHIN 5 SECONDS                  | true
          ([p:name = 'alice'] AND [p:name = 'bob']) WITHIN 4.9999 SECONDS             | false
          [p:name = 'alice'] AND [p:name = 'bob'] WITHIN 1 SECONDS                    | true
          ([p:age > 1] AND [p:age > 1] AND [p:age > 1]) WITHIN 9 SECONDS              | false
          [p:age > 1] REPEATS 3 TIMES WITHIN 10 SECONDS                               | true
          [p:age > 1] REPEATS 3 TIMES WITHIN 9 SECONDS                                | false
          [p:age > 1] WITHIN 1 SECONDS REPEATS 3 TIMES                                | true
          [p:age > 1] REPEATS 4 TIMES                                                 | false
          ([p:age < 20] FOLLOWEDBY [p:age > 20]) REPEATS 2 TIMES                      | false
          [p:name = 'bob'] START t'2026-01-01T00:00:05Z' STOP t'2026-01-01T00:00:06Z' | true
          [p:name = 'bob'] START t'2026-01-01T00:00:04Z' STOP t'2026-01-01T00:00:05Z' | false
          [p:name = 'bob'] START t'2026-01-01T00:00:06Z' STOP t'2026-01-01T00:00:05Z' | false
          ([p:name = 'alice'] AND [p:name = 'bob']) START t'2026-01-01T00:00:01Z' STOP t'2026-01-01T00:01:00Z' | false
          [p:name = 'alice'] AND [p:name = 'bob'] START t'2026-01-01T00:00:01Z' STOP t'2026-01-01T00:01:00Z' | true
          [p:age > 1] REPEATS 2 TIMES START t'2026-01-01T00:00:00Z' STOP t'2026-01-01T00:00:06Z' | true
          [p:age > 1] REPEATS 3 TIMES START t'2026-01-01T00:00:00Z' STOP t'2026-01-01T00:00:06Z' | false
          """)
  void shouldFindWhatTheStandardWouldFind(String pattern, boolean found) {
    Matches matches = find(pattern, THREE);

    assertThat(matches.found().isEmpty()).isEqualTo(!found);
    assertThat(matches.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [p:age < 20] REPEATS 5 TIMES                                                  | true
          [p:age < 20] REPEATS 6 TIMES                                                  | false
          ([p:age < 20] REPEATS 2 TIMES) REPEATS 2 TIMES                                | true
          ([p:age < 20] REPEATS 2 TIMES) REPEATS 3 TIMES                                | false
          [p:age > 1] REPEATS 5 TIMES WITHIN 1 SECONDS                                  | true
          ([p:age < 30] AND [p:age > 1]) WITHIN 2 SECONDS REPEATS 3 TIMES               | true
          ([p:age < 30] AND [p:age > 11]) WITHIN 2 SECONDS REPEATS 3 TIMES              | false
          """)
  void shouldCountAnObservationAsOftenAsItWasMade(String pattern, boolean found) {
    Matches matches =
        find(pattern, between(0, 0, 2, ALICE), between(3, 3, 3, BOB), between(4, 4, 2, CAROL));

    assertThat(matches.found().isEmpty()).isEqualTo(!found);
  }

  @Test
  void shouldChooseMomentsThatMakeEverythingTrueAtOnce() {
    Observed early = between(0, 10, 1, ALICE);
    Observed late = between(20, 100, 1, BOB);

    assertThat(find("([p:age < 20] REPEATS 2 TIMES) WITHIN 10 SECONDS", early, late).found())
        .hasSize(1);
    assertThat(find("([p:age < 20] REPEATS 2 TIMES) WITHIN 9 SECONDS", early, late).found())
        .isEmpty();
    String order = "([p:name = 'bob'] FOLLOWEDBY [p:name = 'carol'])";
    Observed carol = between(0, 21, 1, CAROL);
    assertThat(find(order, late, carol).found()).hasSize(1);
    assertThat(
            find(
                    "(" + order + " AND [p:name = 'alice']) WITHIN 15 SECONDS",
                    late,
                    carol,
                    between(0, 3, 1, ALICE))
                .found())
        .isEmpty();
  }

  @Test
  void shouldFindEachObservationThatFulfilsASinglePatternWithHowOftenItWasMade() {
    Matches matches = find("[p:age < 20]", at(9, CAROL), between(5, 8, 7, BOB), at(1, ALICE));

    assertThat(matches.found()).hasSize(2);
    assertThat(matches.observations()).extracting(Observed::first).isSorted();
    assertThat(matches.times()).isEqualTo(8);
  }

  @Test
  void shouldUseEachObservationOnce() {
    Matches matches =
        find(
            "[p:name = 'alice'] FOLLOWEDBY [p:name = 'bob']",
            at(0, ALICE),
            at(1, ALICE),
            at(2, ALICE),
            at(3, BOB),
            at(4, BOB));

    assertThat(matches.found()).hasSize(2);
    assertThat(matches.times()).isEqualTo(2);
    assertThat(matches.observations()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [p:age < 20] REPEATS 10 TIMES                                     | true
          [p:age < 20] REPEATS 10 TIMES WITHIN 10 SECONDS                   | true
          [p:age < 20] REPEATS 10 TIMES WITHIN 8 SECONDS                    | false
          [p:age < 20] REPEATS 10 TIMES FOLLOWEDBY [p:age < 20]             | true
          ([p:age < 20] REPEATS 2 TIMES WITHIN 1 SECONDS) REPEATS 10 TIMES  | true
          ([p:age < 20] FOLLOWEDBY [p:age > 5]) REPEATS 9 TIMES             | true
          [p:age < 20] REPEATS 21 TIMES                                     | false
          """)
  void shouldNotDrownInCombinations(String pattern, boolean found) {
    Observed[] twenty =
        IntStream.range(0, 20)
            .mapToObj(i -> at(i, "{'type': 'p', 'age': " + i + "}"))
            .toArray(Observed[]::new);

    Matches matches = find(pattern, twenty);

    assertThat(matches.found().isEmpty()).isEqualTo(!found);
  }

  @Test
  void shouldFindAllOfManyObservationsInOnePass() {
    List<Observed> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(at(i, "{'type': 'p', 'age': " + i % 100 + "}"));
    }

    Matches matches = Matching.of(Pattern.parse("[p:age < 50]")).find(many, Matching.USUAL_STEPS);

    assertThat(matches.complete()).isTrue();
    assertThat(matches.found()).hasSize(5_000);
  }

  @Test
  void shouldSayWhereItGaveUp() {
    Observed[] many =
        IntStream.range(0, 30)
            .mapToObj(i -> at(i, "{'type': 'p', 'age': " + i + "}"))
            .toArray(Observed[]::new);
    String pairs = "([p:age >= 0] AND [p:age > 0] AND [p:age > 1] AND [p:age > 2])";

    Matches matches =
        Matching.of(Pattern.parse("(" + pairs + " REPEATS 7 TIMES) WITHIN 26 SECONDS"))
            .find(List.of(many), 200_000);

    assertThat(matches.complete()).isFalse();
  }

  @Test
  void shouldGoNoDeeperThanTheStackAllows() {
    List<Observed> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(at(i, ALICE));
    }
    Matching repeated = Matching.of(Pattern.parse("[p:age < 50] REPEATS 1000 TIMES"));
    Matching followed =
        Matching.of(Pattern.parse("([p:age < 50] FOLLOWEDBY [p:age < 51]) REPEATS 100 TIMES"));
    Matching more =
        Matching.of(Pattern.parse("([p:age < 50] FOLLOWEDBY [p:age < 51]) REPEATS 500 TIMES"));

    assertThat(repeated.find(many, Matching.USUAL_STEPS).found()).hasSize(1);
    assertThat(followed.find(many, Matching.USUAL_STEPS).found()).hasSize(5);
    assertThat(more.find(many, Matching.USUAL_STEPS).complete()).isFalse();
  }
}
