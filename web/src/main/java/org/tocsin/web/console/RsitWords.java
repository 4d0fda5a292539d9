package org.tocsin.web.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.model.rsit.Rsit;

/** The taxonomy in words people read. */
final class RsitWords {
  private static final Set<String> CAPITALS = Set.of("c2", "ids", "dos", "ddos");

  private RsitWords() {}

  /** A type in words, such as {@code C2 server}. */
  static String of(Rsit rsit) {
    return of(rsit.type());
  }

  /** A key of the taxonomy in words, its first letter a capital. */
  static String of(String key) {
    String words =
        Arrays.stream(key.split("-"))
            .map(word -> CAPITALS.contains(word) ? capitals(word) : word)
            .collect(Collectors.joining(" "));
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String capitals(String word) {
    return word.equals("dos")
        ? "DoS"
        : word.equals("ddos") ? "DDoS" : word.toUpperCase(Locale.ROOT);
  }

  /** A choice in a form. */
  record Choice(String key, String words) {}

  /** All types by classification, as a form offers them. */
  static Map<Choice, List<Choice>> choices() {
    return Arrays.stream(Rsit.values())
        .collect(
            Collectors.groupingBy(
                rsit -> new Choice(rsit.classification(), of(rsit.classification())),
                LinkedHashMap::new,
                Collectors.mapping(
                    rsit -> new Choice(rsit.type(), of(rsit.type())), Collectors.toList())));
  }
}
