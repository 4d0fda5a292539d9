package org.tocsin.model.warning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Cidr;
import org.tocsin.model.journal.Field;

/**
 * Something readers can look for. It is released as an {@code indicator}.
 *
 * @param type what it is, the key of an {@link ObservableKind}
 * @param value the one way it is written
 */
public record Observable(String type, String value) {
  private static final int LONGEST = 2_000;

  /** Throws IllegalArgumentException, naming the field, for what cannot be. */
  public Observable {
    String given = type;
    ObservableKind kind = kind(type, value);
    type = kind.key();
    value = written(kind, Field.text("observables", value, LONGEST), given);
  }

  /**
   * Reads one as people and programs write it: {@code {type, value}}, or an SCO of STIX, of which a
   * file is known by the strongest of its hashes.
   */
  @JsonCreator
  static Observable read(
      @JsonProperty("type") @Nullable String type,
      @JsonProperty("value") @Nullable String value,
      @JsonProperty("hashes") @Nullable Map<String, String> hashes) {
    String kind = Field.text("observables.type", type, LONGEST);
    if (!kind.equals("file")) {
      return new Observable(kind, Field.text("observables.value", value, LONGEST));
    }
    Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(hashes == null ? Map.of() : hashes);
    for (String hash : new String[] {"SHA-256", "SHA-1", "MD5"}) {
      String found = known.get(hash);
      if (found != null) {
        return new Observable(hash.toLowerCase(Locale.ROOT), found);
      }
    }
    throw Field.bad("observables.hashes", "a file is known by MD5, SHA-1 or SHA-256");
  }

  /** What it is. */
  public ObservableKind kind() {
    return ObservableKind.ofKey(type).orElseThrow();
  }

  /** Finds it (STIX 2.1 section 9); a block of addresses by what lies in it. */
  String pattern() {
    boolean block = value.indexOf('/') >= 0 && type.startsWith("ip");
    String quoted = "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    return "[" + kind().path() + (block ? " ISSUBSET " : " = ") + quoted + "]";
  }

  /** The one that pattern finds; empty where it finds something else, or is no pattern of ours. */
  static Optional<Observable> ofPattern(String pattern) {
    for (ObservableKind kind : ObservableKind.values()) {
      for (String operator : new String[] {" = '", " ISSUBSET '"}) {
        String begin = "[" + kind.path() + operator;
        if (pattern.startsWith(begin) && pattern.endsWith("']")) {
          String quoted = pattern.substring(begin.length(), pattern.length() - 2);
          return written(kind, quoted.replaceAll("\\\\(.)", "$1"));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Observable> written(ObservableKind kind, String value) {
    try {
      return Optional.of(new Observable(kind.key(), value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ObservableKind kind(String type, String value) {
    ObservableKind kind =
        ObservableKind.ofKey(type)
            .orElseThrow(
                () -> Field.bad("observables.type", "'" + type + "' is not one that is known"));
    boolean address = kind == ObservableKind.IPV4_ADDR || kind == ObservableKind.IPV6_ADDR;
    if (!address) {
      return kind;
    }
    return value.indexOf(':') >= 0 ? ObservableKind.IPV6_ADDR : ObservableKind.IPV4_ADDR;
  }

  private static String written(ObservableKind kind, String value, String given) {
    return switch (kind) {
      case IPV4_ADDR, IPV6_ADDR -> address(value);
      case DOMAIN_NAME -> matching(value.toLowerCase(Locale.ROOT), "[^\\s/:]{1,253}", given);
      case URL -> matching(value, "[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+", given);
      case EMAIL_ADDR -> matching(value, "[^\\s@]+@[^\\s@]+", given);
      case MD5 -> matching(value.toLowerCase(Locale.ROOT), "[0-9a-f]{32}", given);
      case SHA_1 -> matching(value.toLowerCase(Locale.ROOT), "[0-9a-f]{40}", given);
      case SHA_256 -> matching(value.toLowerCase(Locale.ROOT), "[0-9a-f]{64}", given);
    };
  }

  private static String address(String value) {
    try {
      String block = Cidr.parse(value).text();
      boolean single = block.endsWith(block.indexOf(':') < 0 ? "/32" : "/128");
      return single ? block.substring(0, block.indexOf('/')) : block;
    } catch (IllegalArgumentException e) {
      throw Field.bad("observables", "'" + value + "' is neither an address nor a block");
    }
  }

  private static String matching(String value, String shape, String type) {
    if (!value.matches(shape)) {
      throw Field.bad("observables", "'" + value + "' is no " + type);
    }
    return value;
  }
}
