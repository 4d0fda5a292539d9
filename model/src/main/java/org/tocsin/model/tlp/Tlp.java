package org.tocsin.model.tlp;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The five levels of the Traffic Light Protocol 2.0 (FIRST, August 2022), loosest first, with the
 * fixed ids of their STIX 2.1 marking definitions. The order of the constants is the order of
 * strictness.
 */
public enum Tlp {
  CLEAR(
      "TLP:CLEAR", "94868c89-83c2-464b-929b-a1a8aa3c8487", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
  GREEN(
      "TLP:GREEN", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
  AMBER(
      "TLP:AMBER", "55d920b0-5e8b-4f79-9ee9-91f868d9b421", "f88d31f6-486f-44da-b317-01333bde0b82"),
  AMBER_STRICT("TLP:AMBER+STRICT", "939a9414-2ddd-4d32-a0cd-375ea402b003", null),
  RED("TLP:RED", "e828b379-4e03-4974-9ac4-e53a884c97c1", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed");

  private static final String MARKING = "marking-definition--";

  private final String label;
  private final String markingId;

  /**
   * Id of the TLP 1.0 marking of STIX 2.1 section 7.2.1.4, null where TLP 1.0 had no such level.
   */
  private final @Nullable String formerMarkingId;

  Tlp(String label, String marking, @Nullable String formerMarking) {
    this.label = label;
    this.markingId = MARKING + marking;
    this.formerMarkingId = formerMarking == null ? null : MARKING + formerMarking;
  }

  /** The level as people write it, such as {@code TLP:AMBER+STRICT}. */
  public String label() {
    return label;
  }

  /** The fixed id of the level's TLP 2.0 marking definition, as OASIS published it. */
  public String markingId() {
    return markingId;
  }

  /** The stricter of the two. */
  public static Tlp stricter(Tlp one, Tlp other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /**
   * What binds an object: the strictest of what was declared for it (feed or parameter) and what it
   * says of itself; where neither speaks, AMBER; and never looser than its submitter may use.
   *
   * @param declared the level of the feed or the request, null when none was given
   * @param content the level the object itself carries, null when it carries none
   * @param loosest the loosest level the submitter is registered for
   */
  public static Tlp effective(@Nullable Tlp declared, @Nullable Tlp content, Tlp loosest) {
    if (declared == null && content == null) {
      return stricter(AMBER, loosest);
    }
    Tlp strictest = loosest;
    if (declared != null) {
      strictest = stricter(strictest, declared);
    }
    return content == null ? strictest : stricter(strictest, content);
  }

  /**
   * The level that the marking definition of this id stands for (TLP 2.0, and 1.0 read as its
   * successor).
   */
  public static Optional<Tlp> ofMarking(String markingId) {
    return Arrays.stream(values())
        .filter(tlp -> tlp.markingId.equals(markingId) || markingId.equals(tlp.formerMarkingId))
        .findFirst();
  }

  /**
   * Reads a level of JSON, as {@link #parse} does.
   *
   * @throws IllegalArgumentException where it is none of the five; fit for whoever wrote it
   */
  @JsonCreator
  static Tlp ofText(String text) {
    return parse(text)
        .orElseThrow(
            () -> new IllegalArgumentException("one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED"));
  }

  /**
   * Reads a level as people and programs write it: with or without {@code TLP:}, in any case,
   * {@code WHITE} for CLEAR, and {@code +}, {@code -} or {@code _} before STRICT. Empty where it is
   * none of the five.
   */
  public static Optional<Tlp> parse(String text) {
    String plain =
        text.strip()
            .toUpperCase(Locale.ROOT)
            .replaceFirst("^TLP[:_ -]*", "")
            .replaceAll("[+_ -]+", "_");
    if (plain.equals("WHITE")) {
      return Optional.of(CLEAR);
    }
    return Arrays.stream(values()).filter(tlp -> tlp.name().equals(plain)).findFirst();
  }
}
