package org.tocsin.model.incident;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Observation;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Whom an observation is about. An incident is placed by what is its own; the server an infected
 * system called, the sinkhole that saw it and whoever complained are somebody else's.
 *
 * @param objects its addresses, names and autonomous systems
 * @param country where it is, ISO 3166-1 alpha-2; null where nobody says
 */
record Subject(List<StixObject> objects, @Nullable String country) {
  Subject {
    objects = List.copyOf(objects);
  }

  /**
   * As the observation says it. Where Tocsin made the observation, only what is named as the
   * subject's is; STIX of others knows no subject, so it is about all it refers to.
   */
  static Subject of(Observation observation) {
    JsonNode extension =
        observation.objects().stream()
            .filter(object -> object.type().equals("observed-data"))
            .findFirst()
            .<JsonNode>map(object -> object.json().path("extensions").path(TocsinExtension.ID))
            .orElseGet(MissingNode::getInstance);
    return extension.has(TocsinExtension.SUBJECT_REFS) || extension.has(TocsinExtension.PROVIDER)
        ? named(observation, extension)
        : new Subject(
            observation.objects().stream()
                .filter(object -> !object.type().equals("email-addr"))
                .toList(),
            country(extension.path(TocsinExtension.COUNTRIES).valueStream()));
  }

  private static Subject named(Observation observation, JsonNode extension) {
    Set<String> refs =
        extension
            .path(TocsinExtension.SUBJECT_REFS)
            .valueStream()
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .collect(Collectors.toSet());
    return new Subject(
        observation.objects().stream().filter(object -> refs.contains(object.id())).toList(),
        country(Stream.of(extension.path(TocsinExtension.SUBJECT_COUNTRY))));
  }

  /** The first of them that may be one. */
  private static @Nullable String country(Stream<JsonNode> codes) {
    return codes
        .filter(JsonNode::isString)
        .map(code -> code.stringValue().toUpperCase(Locale.ROOT))
        .filter(code -> code.matches("[A-Z]{2}"))
        .findFirst()
        .orElse(null);
  }
}
