package org.tocsin.model.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Field;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.rsit.Rsit;

/** Reads what a command tells; every refusal names the field. */
final class Told {
  /** The longest text, in characters. */
  static final int LONGEST_TEXT = 10_000;

  /** The longest title, in characters. */
  static final int LONGEST_TITLE = 200;

  /** The longest name of somebody, in characters. */
  static final int LONGEST_NAME = 200;

  private Told() {}

  /** Turns what a field may not hold into a refusal. */
  static <T> T unlessBad(Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid(String.valueOf(e.getMessage()));
    }
  }

  /** A text that must be there; tabs, which people paste, are blanks. */
  static String text(String field, @Nullable String value, int longest) {
    return unlessBad(() -> Field.text(field, spaced(value), longest));
  }

  /** A text; null where it is missing or blank. */
  static @Nullable String optional(String field, @Nullable String value, int longest) {
    return unlessBad(() -> Optional.ofNullable(Field.optional(field, spaced(value), longest)))
        .orElse(null);
  }

  private static @Nullable String spaced(@Nullable String value) {
    return value == null ? null : value.replace('\t', ' ');
  }

  /** A name or title: one line. */
  static String line(String field, @Nullable String value, int longest) {
    String text = text(field, value, longest);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw RefusedException.invalid(field + ": must be one line");
    }
    return text;
  }

  /** An id that must be there. */
  static UUID id(String field, @Nullable UUID value) {
    if (value == null) {
      throw RefusedException.invalid(field + ": missing");
    }
    return value;
  }

  /** Ids, each once; refuses none at all and too many. */
  static List<UUID> ids(String field, @Nullable List<UUID> values, int most) {
    List<UUID> ids = unlessBad(() -> Field.list(field, values, most));
    if (ids.isEmpty()) {
      throw RefusedException.invalid(field + ": missing");
    }
    return distinct(field, ids);
  }

  /** Ids, each once; none where they are missing. */
  static List<UUID> someIds(String field, @Nullable List<UUID> values, int most) {
    return distinct(field, unlessBad(() -> Field.list(field, values, most)));
  }

  private static List<UUID> distinct(String field, List<UUID> ids) {
    return unlessBad(() -> {
      Field.requireDistinct(field, ids, Function.identity());
      return ids;
    });
  }

  /** A type of the taxonomy. */
  static Rsit type(@Nullable String value) {
    String text = text("type", value, 64);
    return Rsit.ofType(text)
        .orElseThrow(
            () -> RefusedException.invalid("type: must be a type of RSIT, such as c2-server"));
  }

  /** A severity. */
  static Severity severity(@Nullable String value) {
    String text = text("severity", value, 64);
    return Severity.ofKey(text)
        .orElseThrow(
            () -> RefusedException.invalid("severity: one of low, medium, high, critical"));
  }

  /** An incident that must be there. */
  static Incident incident(String field, UUID id, Before before) {
    return before
        .find(Incident.ref(id), Incident.class)
        .orElseThrow(() -> RefusedException.notFound(field + ": there is no incident " + id));
  }
}
