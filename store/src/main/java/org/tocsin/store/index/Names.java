package org.tocsin.store.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of indices and aliases, such as {@code observations-g1-2026.11} and {@code objects-g1}.
 *
 * @param prefix put before every name
 */
public record Names(String prefix) {
  /** Observations whose month has no index: before retention, or in the future. */
  public static final String UNDATED = "undated";

  /**
   * Observations that arrived as STIX. All their versions are in this one index, whatever they say
   * about time, so that a new version always meets the one before.
   */
  public static final String VERSIONED = "versioned";

  /**
   * Entries of lists. All of them are in this one index, so that each snapshot meets the entries of
   * the one before, however long they have been listed.
   */
  public static final String LISTED = "listed";

  private static final Pattern INDEX = Pattern.compile("([a-z]+)-g(\\d{1,9})(?:-(.+))?");

  /** What the name of an index says; the part is empty for views of one index. */
  public record Parsed(View view, int generation, String part) {}

  /** The alias a view is read through. */
  public String alias(View view) {
    return prefix + view.key();
  }

  /** The index of a view that has only one. */
  public String index(View view, int generation) {
    return alias(view) + "-g" + generation;
  }

  /** One of the indices of observations: a month, or one of those beside them. */
  public String observations(int generation, String part) {
    return index(View.OBSERVATIONS, generation) + "-" + part;
  }

  /** Matches every index of the view, of every generation. */
  public String pattern(View view) {
    return alias(view) + "-g*";
  }

  /** Reads the name of an index; empty where it is not one of ours. */
  public Optional<Parsed> parse(String index) {
    Matcher parts = INDEX.matcher(index.startsWith(prefix) ? index.substring(prefix.length()) : "");
    if (!parts.matches()) {
      return Optional.empty();
    }
    for (View view : View.values()) {
      if (view.key().equals(parts.group(1))) {
        String part = parts.group(3);
        return Optional.of(
            new Parsed(view, Integer.parseInt(parts.group(2)), part == null ? "" : part));
      }
    }
    return Optional.empty();
  }
}
