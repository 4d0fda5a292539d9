package org.tocsin.web.parameter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.problem.BadParameterException;

/** Reads single parameters; what is blank counts as missing. */
public final class Given {
  /** The most items one page holds. */
  public static final int MAX_LIMIT = 1_000;

  private static final int MAX_LENGTH = 2_000;

  private Given() {}

  /**
   * The text without blanks around it; null where it is missing or blank.
   *
   * @throws BadParameterException where it is too long to mean anything
   */
  public static @Nullable String text(String parameter, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > MAX_LENGTH) {
      throw new BadParameterException(
          parameter, "'" + parameter + "' is longer than " + MAX_LENGTH + " characters.");
    }
    return value.strip();
  }

  /**
   * How many items to return.
   *
   * @param usual the number where none is given
   * @throws BadParameterException unless it is 1 to {@link #MAX_LIMIT}
   */
  public static int limit(@Nullable String value, int usual) {
    String text = text("limit", value);
    if (text == null) {
      return usual;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is out of range.
    }
    throw new BadParameterException(
        "limit", "'limit' must be a number from 1 to " + MAX_LIMIT + ".");
  }

  /**
   * A UUID; null where it is missing.
   *
   * @throws BadParameterException where it is none
   */
  public static @Nullable UUID uuid(String parameter, @Nullable String value) {
    String text = text(parameter, value);
    if (text == null) {
      return null;
    }
    return uuid(text)
        .orElseThrow(
            () -> new BadParameterException(parameter, "'" + parameter + "' must be a UUID."));
  }

  /** The UUID a text is; empty where it is none. */
  public static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
