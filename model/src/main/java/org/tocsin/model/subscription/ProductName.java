package org.tocsin.model.subscription;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a product, or what somebody asks for of one: a CPE (NISTIR 7695), a package URL, a
 * CVE, or words.
 *
 * @param text in lower case
 * @param words its letters and digits, cut where something else is between them
 */
record ProductName(String text, Set<String> words) {
  static ProductName of(String given) {
    String text = given.strip().toLowerCase(Locale.ROOT);
    return new ProductName(text, new LinkedHashSet<>(words(text)));
  }

  /** Whether this, as it is asked for, means that product. */
  boolean means(ProductName product) {
    return isName() ? isBeginningOf(product.text) : product.words.containsAll(words);
  }

  private boolean isName() {
    return text.startsWith("cpe:") || text.startsWith("pkg:") || text.startsWith("cve-");
  }

  /** {@code cpe:2.3:a:apache:http} means no {@code cpe:2.3:a:apache:http_server}. */
  private boolean isBeginningOf(String name) {
    return name.startsWith(text)
        && (name.length() == text.length()
            || !isOfWord(text.charAt(text.length() - 1))
            || !isOfWord(name.charAt(text.length())));
  }

  /** Within one part of a name these go on. */
  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '\\';
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean inside = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
      if (inside && start < 0) {
        start = at;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, at));
        start = -1;
      }
    }
    return words;
  }
}
