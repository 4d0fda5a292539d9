package org.tocsin.formats.mail.mime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header of a mail or of a part of it: fields by name, in order, unfolded and decoded. */
public final class HeaderFields {
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  void add(String name, String text) {
    fields.computeIfAbsent(key(name), none -> new ArrayList<>()).add(printable(text).strip());
  }

  /** The first field of that name; empty where there is none. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All fields of that name. */
  public List<String> all(String name) {
    return fields.getOrDefault(key(name), List.of());
  }

  /** Whether there is such a field. */
  public boolean has(String name) {
    return fields.containsKey(key(name));
  }

  /** The names, in lower case, in the order they were first given. */
  public Iterable<String> names() {
    return fields.keySet();
  }

  /** Whether there is none at all. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  private static String printable(String text) {
    return text.chars().noneMatch(c -> c < ' ') ? text : text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
