package org.tocsin.formats.suricata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Table;
import org.tocsin.model.rsit.Rsit;
import tools.jackson.databind.JsonNode;

/**
 * What a category of alerts tells of.
 *
 * @param type the type of incident, null where such an alert alone is none
 * @param subject whom the incident is about
 * @param place which end that is where the rule does not say
 */
record Category(@Nullable Rsit type, Subject subject, Place place) {
  /** Whom an incident is about, by the name an alert has for them. */
  enum Subject {
    ATTACKER("source"),
    VICTIM("target");

    private final String key;

    Subject(String key) {
      this.key = key;
    }
  }

  /** An end of the flow. */
  enum Place {
    SENDER,
    CLIENT,
    SERVER
  }

  /** Rules of somebody's own, and those that have no class. */
  private static final Category OTHER =
      new Category(Rsit.IDS_ALERT, Subject.ATTACKER, Place.SENDER);

  private static final Map<String, Category> ALL = new HashMap<>();

  static {
    Table.beside(Category.class, "categories.tsv")
        .forEach(line -> ALL.put(line.getFirst().toLowerCase(Locale.ROOT), of(line)));
  }

  private static Category of(List<String> line) {
    String type = line.get(1);
    return new Category(
        type.equals("-") ? null : Rsit.ofType(type).orElseThrow(),
        Subject.valueOf(line.get(2).toUpperCase(Locale.ROOT)),
        Place.valueOf(line.get(3).toUpperCase(Locale.ROOT)));
  }

  /** The category of that name. */
  static Category named(@Nullable String name) {
    return name == null ? OTHER : ALL.getOrDefault(name.toLowerCase(Locale.ROOT), OTHER);
  }

  /** The end that the incident is about: the one the rule names, else where it usually is. */
  Flow.End subject(JsonNode alert, Flow flow) {
    Flow.End named = flow.named(alert.path(subject.key));
    if (named != null) {
      return named;
    }
    return switch (place) {
      case SENDER -> flow.sender();
      case CLIENT -> flow.client();
      case SERVER -> flow.server();
    };
  }
}
