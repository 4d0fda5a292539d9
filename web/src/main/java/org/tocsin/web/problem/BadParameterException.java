package org.tocsin.web.problem;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A parameter of the request is not what it should be. Trying again does not help. */
public final class BadParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Pattern NAMED = Pattern.compile("([a-z]+): ");

  private final @Nullable String parameter;

  /**
   * Says what is wrong.
   *
   * @param parameter the parameter's name, null where the message itself says which one it is
   * @param message what it should be; goes to the client, so it holds nothing internal
   */
  public BadParameterException(@Nullable String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The parameter's name, null where the message itself says which one it is. */
  public @Nullable String parameter() {
    return parameter;
  }

  /** What it should be, fit for the client. */
  public String explanation() {
    return String.valueOf(getMessage());
  }

  /**
   * Asks a port that answers a condition it cannot read with an IllegalArgumentException whose
   * message is fit for the client and begins with the parameter's name and a colon.
   */
  public static <T> T unlessReadable(Supplier<T> question) {
    try {
      return question.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      Matcher named = NAMED.matcher(message);
      throw new BadParameterException(named.lookingAt() ? named.group(1) : null, message);
    }
  }
}
