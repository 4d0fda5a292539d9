package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words and phrases in double quotes, read by us: no character has any other meaning. */
final class Text {
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)");
  private static final Pattern WORD_CHARACTER = Pattern.compile("[\\p{L}\\p{N}]");
  private static final int LONGEST = 1_000;
  private static final int MOST_PARTS = 16;

  private Text() {}

  /**
   * One condition for each word or phrase.
   *
   * @param condition what holds where a document has that word or phrase
   */
  static List<Query> conditions(String text, Function<String, Query> condition) {
    List<String> parts = parts(text);
    if (text.length() > LONGEST || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          "q: at most %d words of %d characters together".formatted(MOST_PARTS, LONGEST));
    }
    return parts.stream().map(condition).toList();
  }

  /**
   * The words occur in a text.
   *
   * @param whole whether texts that are personal are looked into too
   */
  static Query says(String words, boolean whole) {
    Query open = Filters.says("text", words);
    return whole ? Filters.anyOf(List.of(open, Filters.says("private.text", words))) : open;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      String phrase = matcher.group(1);
      String part = (phrase == null ? matcher.group(2) : phrase).strip();
      if (WORD_CHARACTER.matcher(part).find()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
