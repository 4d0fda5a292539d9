package org.tocsin.model.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a subscription can be about. */
public enum What {
  /** Warnings, as they are published, updated and taken back. */
  WARNINGS,
  /** What was observed, as it comes in. */
  OBSERVATIONS;

  /** As it is written, such as {@code warnings}. */
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
  public static What ofKey(String key) {
    return Arrays.stream(values())
        .filter(what -> what.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("one of warnings, observations"));
  }
}
