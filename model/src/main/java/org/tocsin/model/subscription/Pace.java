package org.tocsin.model.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** When what somebody subscribed to is sent. */
public enum Pace {
  /** Each thing at once. */
  INSTANT,
  /** All of an hour together. */
  HOURLY,
  /** All of a day together. */
  DAILY;

  /** As it is written, such as {@code daily}. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one of that key.
   *
   * @throws IllegalArgumentException where there is none; the message is fit for whoever asked
   */
  @JsonCreator
  public static Pace ofKey(String key) {
    return Arrays.stream(values())
        .filter(pace -> pace.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("one of instant, hourly, daily"));
  }
}
