package org.tocsin.web.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lays two texts over each other, word by word. */
public final class WordDifference {
  private static final Pattern BORDER = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

  /** Above that many words a comparison would take too long; such texts are shown whole. */
  private static final int MOST_WORDS = 2_000;

  private WordDifference() {}

  /** Whether a piece is in both texts. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /** Some words. */
  public record Piece(Kind kind, String text) {}

  /** The pieces of the two texts, in order; joined, all but the added ones are the first text. */
  public static List<Piece> between(String before, String after) {
    String[] one = words(before);
    String[] other = words(after);
    List<Piece> pieces = new ArrayList<>();
    if (one.length > MOST_WORDS || other.length > MOST_WORDS) {
      add(pieces, Kind.REMOVED, before);
      add(pieces, Kind.ADDED, after);
      return pieces;
    }
    int[][] common = common(one, other);
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      if (i < one.length && j < other.length && one[i].equals(other[j])) {
        add(pieces, Kind.SAME, one[i]);
        i++;
        j++;
      } else if (j == other.length || i < one.length && common[i + 1][j] >= common[i][j + 1]) {
        add(pieces, Kind.REMOVED, one[i]);
        i++;
      } else {
        add(pieces, Kind.ADDED, other[j]);
        j++;
      }
    }
    return pieces;
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : BORDER.split(text);
  }

  /** How many words the rests of the two have in common, from each place on. */
  private static int[][] common(String[] one, String[] other) {
    int[][] common = new int[one.length + 1][other.length + 1];
    for (int i = one.length - 1; i >= 0; i--) {
      for (int j = other.length - 1; j >= 0; j--) {
        common[i][j] =
            one[i].equals(other[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Piece> pieces, Kind kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
      pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
    } else {
      pieces.add(new Piece(kind, text));
    }
  }
}
