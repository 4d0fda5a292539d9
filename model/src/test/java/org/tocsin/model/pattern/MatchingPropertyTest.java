package org.tocsin.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Any pattern on any few observations: the search agrees with trying everything. */
class MatchingPropertyTest {
  private static final int CASES = 3_000;

  @Test
  void shouldFindExactlyWhatTryingEverythingFinds() {
    int found = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      List<Observed> observations = observations(random);
      String text = pattern(random, 3);
      Pattern pattern = Pattern.parse(text);

      Matches matches = Matching.of(pattern).find(observations, Matching.USUAL_STEPS);

      boolean naive = new NaiveMatching(observations).matches(pattern.root());
      assertThat(matches.complete()).as("seed %s: %s", seed, text).isTrue();
      assertThat(!matches.found().isEmpty()).as("seed %s: %s", seed, text).isEqualTo(naive);
      shouldHoldForEachMatchAlone(pattern, matches, seed);
      assertThat(Pattern.parse(pattern.text())).as("seed %s", seed).isEqualTo(pattern);
      found += naive ? 1 : 0;
    }
    assertThat(found).isBetween(CASES / 5, CASES * 4 / 5);
  }

  private static void shouldHoldForEachMatchAlone(Pattern pattern, Matches matches, int seed) {
    for (Matches.Match match : matches.found()) {
      assertThat(new NaiveMatching(match.observations()).matches(pattern.root()))
          .as("seed %s: each match is one by itself", seed)
          .isTrue();
    }
  }

  private static List<Observed> observations(Random random) {
    List<Observed> observations = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int first = random.nextInt(7);
      String object = "{'type': 'a', 'kind': " + random.nextInt(3) + ", 'n': " + i + "}";
      observations.add(
          Watched.between(first, first + random.nextInt(3), 1 + random.nextInt(5) / 4, object));
    }
    Collections.shuffle(observations, random);
    return observations;
  }

  private static String pattern(Random random, int depth) {
    String what =
        depth == 0 || random.nextInt(4) == 0 ? one(random) : "(" + joined(random, depth) + ")";
    List<String> qualifiers = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      qualifiers.add(" WITHIN " + (1 + random.nextInt(4)) + " SECONDS");
    }
    if (random.nextInt(6) == 0) {
      qualifiers.add(" REPEATS 2 TIMES");
    }
    if (random.nextInt(6) == 0) {
      int start = random.nextInt(6);
      qualifiers.add(
          " START t'2026-01-01T00:00:0%dZ' STOP t'2026-01-01T00:00:0%dZ'"
              .formatted(start, start + 1 + random.nextInt(3)));
    }
    Collections.shuffle(qualifiers, random);
    return what + String.join("", qualifiers);
  }

  private static String joined(Random random, int depth) {
    String word = List.of(" AND ", " OR ", " FOLLOWEDBY ").get(random.nextInt(3));
    return IntStream.range(0, random.nextInt(4) == 0 ? 3 : 2)
        .mapToObj(_ -> pattern(random, depth - 1 - random.nextInt(depth)))
        .collect(Collectors.joining(word));
  }

  private static String one(Random random) {
    return "[a:kind %s %d]"
        .formatted(List.of("=", "<", ">").get(random.nextInt(3)), random.nextInt(3));
  }
}
