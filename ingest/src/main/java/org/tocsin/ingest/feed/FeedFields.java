package org.tocsin.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the keys of one definition and notes what is wrong with each, to tell all at once. */
final class FeedFields {
  private final String feed;
  private final JsonNode node;
  private final List<FeedFault> faults = new ArrayList<>();

  FeedFields(String feed, JsonNode node) {
    this.feed = feed;
    this.node = node;
  }

  List<FeedFault> faults() {
    return faults;
  }

  /** One line for each fault, naming feed and key. */
  List<String> problems() {
    return faults.stream().map(fault -> fault.in(feed)).toList();
  }

  /** Notes a problem of a key. */
  void wrong(String key, String what) {
    faults.add(new FeedFault(key, what));
  }

  /** Notes every key that is none. */
  void only(Set<String> known) {
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        wrong(key, "there is no such key; there are " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  /** A text that has to be there. */
  String text(String key) {
    String given = optional(key);
    if (given == null && node.path(key).isMissingNode()) {
      wrong(key, "it is missing");
    }
    return given == null ? "" : given;
  }

  /** A text, null where there is none. */
  @Nullable String optional(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString() || value.asString().isBlank()) {
      wrong(key, "it has to be a text");
      return null;
    }
    return value.asString().strip();
  }

  /** A text read as something else; the fallback where that fails, which is then never used. */
  <T> T read(String key, T fallback, Function<String, T> reading) {
    String text = text(key);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      wrong(key, String.valueOf(e.getMessage()));
      return fallback;
    }
  }

  /** One of the constants of an enum, by its name in lower case. */
  <E extends Enum<E>> E choice(String key, E[] choices) {
    return read(
        key,
        choices[0],
        text ->
            Arrays.stream(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(noneOf(text, choices)));
  }

  /** An address of http or https. */
  URI address(String key) {
    return read(key, URI.create("https://example.org/"), FeedFields::address0);
  }

  /** A whole number within limits. */
  int number(String key, int least, int most, int fallback) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
      wrong(key, "it has to be a number from " + least + " to " + most);
      return fallback;
    }
    return value.asInt();
  }

  /** Yes or no. */
  boolean flag(String key, boolean fallback) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isBoolean()) {
      wrong(key, "it has to be true or false");
    }
    return value.asBoolean(fallback);
  }

  private static URI address0(String text) {
    URI uri = URI.create(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
      throw new IllegalArgumentException("it has to be an address of http or https");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("no user or password may be in it: use 'secret'");
    }
    return uri;
  }

  private static <E extends Enum<E>> Supplier<IllegalArgumentException> noneOf(
      String text, E[] choices) {
    return () ->
        new IllegalArgumentException(
            "'"
                + text
                + "' is none of "
                + Arrays.stream(choices)
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")));
  }
}
