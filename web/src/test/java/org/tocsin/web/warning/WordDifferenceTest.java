package org.tocsin.web.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.web.warning.WordDifference.Kind;
import org.tocsin.web.warning.WordDifference.Piece;

class WordDifferenceTest {
  @Test
  void shouldSayWhichWordsWereAddedAndWhichRemoved() {
    assertThat(WordDifference.between("install version 4.2 now", "install version 4.3 right now"))
        .containsExactly(
            new Piece(Kind.SAME, "install version "),
            new Piece(Kind.REMOVED, "4.2"),
            new Piece(Kind.ADDED, "4.3"),
            new Piece(Kind.SAME, " "),
            new Piece(Kind.ADDED, "right "),
            new Piece(Kind.SAME, "now"));
    assertThat(WordDifference.between("", "new")).containsExactly(new Piece(Kind.ADDED, "new"));
    assertThat(WordDifference.between("old", "")).containsExactly(new Piece(Kind.REMOVED, "old"));
    assertThat(WordDifference.between("", "")).isEmpty();
  }

  @Test
  void shouldHoldBothTextsWhole() {
    Random random = new Random(7);
    for (int run = 0; run < 500; run++) {
      String before = text(random, 30);
      String after = text(random, 30);
      assertHoldsBoth(before, after);
    }
    assertHoldsBoth(text(random, 9_000), text(random, 9_000));
  }

  private static void assertHoldsBoth(String before, String after) {
    List<Piece> pieces = WordDifference.between(before, after);
    assertThat(without(pieces, Kind.ADDED)).isEqualTo(before);
    assertThat(without(pieces, Kind.REMOVED)).isEqualTo(after);
  }

  private static String without(List<Piece> pieces, Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() != kind)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  private static String text(Random random, int most) {
    String[] words = {"a", "b", "c", "\n", " ", "  "};
    return IntStream.range(0, random.nextInt(most))
        .mapToObj(any -> words[random.nextInt(words.length)])
        .collect(Collectors.joining(" "));
  }
}
