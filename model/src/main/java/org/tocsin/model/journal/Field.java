package org.tocsin.model.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a field of an entity may hold; every refusal names the field. */
public final class Field {
  private Field() {}

  /** A text that must be there, without blanks around it. */
  public static String text(String field, @Nullable String value, int longest) {
    String text = optional(field, value, longest);
    if (text == null) {
      throw bad(field, "missing");
    }
    return text;
  }

  /** A text without blanks around it; null where it is missing or blank. */
  public static @Nullable String optional(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    if (text.length() > longest) {
      throw bad(field, "longer than " + longest + " characters");
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      throw bad(field, "holds a control character");
    }
    return text;
  }

  /** A list; empty where it is missing. */
  public static <T> List<T> list(String field, @Nullable List<T> values, int most) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      throw bad(field, "more than " + most);
    }
    for (int at = 0; at < values.size(); at++) {
      if (values.get(at) == null) {
        throw bad(field + "[" + at + "]", "missing");
      }
    }
    return List.copyOf(values);
  }

  /** Refuses a list in which two have the same key. */
  public static <T> void requireDistinct(String field, List<T> values, Function<T, ?> key) {
    Set<Object> seen = new HashSet<>();
    for (int at = 0; at < values.size(); at++) {
      Object one = key.apply(values.get(at));
      if (!seen.add(one)) {
        throw bad(field + "[" + at + "]", one + " is there twice");
      }
    }
  }

  /** A refusal that names the field. */
  public static IllegalArgumentException bad(String field, String what) {
    return new IllegalArgumentException(field + ": " + what);
  }
}
