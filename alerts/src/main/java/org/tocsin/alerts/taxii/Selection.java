package org.tocsin.alerts.taxii;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;

/**
 * What a client asks for of a collection (TAXII 2.1 sections 3.4 and 3.5). An empty set means no
 * such condition; those given must all hold, each by one of its values.
 *
 * @param addedAfter only what became visible later, null for all
 * @param limit how many objects at most
 * @param next where to go on, null for the beginning
 * @param ids ids of objects
 * @param types types of objects
 * @param versions versions of each
 * @param specVersions versions of STIX; where none is given the newest, which is the only one
 */
record Selection(
    @Nullable Instant addedAfter,
    int limit,
    @Nullable String next,
    Set<String> ids,
    Set<String> types,
    VersionMatch versions,
    Set<String> specVersions) {
  /** The largest page, and the usual one. */
  static final int MOST = 1_000;

  private static final Set<String> MATCHES =
      Set.of("match[id]", "match[type]", "match[version]", "match[spec_version]");

  Selection {
    ids = Set.copyOf(ids);
    types = Set.copyOf(types);
    specVersions = Set.copyOf(specVersions);
  }

  /**
   * Reads parameters; a larger limit than ours is ours, as the standard lets a server decide.
   *
   * @throws TaxiiException where one cannot be read, or matches by what is not known here
   */
  static Selection of(Map<String, String> parameters) {
    parameters.keySet().stream()
        .filter(name -> name.startsWith("match[") && !MATCHES.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw TaxiiException.badParameter(
              name, "is not one of match[id], match[type], match[version], match[spec_version]");
        });
    return new Selection(
        time("added_after", parameters.get("added_after")),
        limit(parameters.get("limit")),
        parameters.get("next"),
        terms(parameters.get("match[id]")),
        terms(parameters.get("match[type]")),
        VersionMatch.of(parameters.get("match[version]")),
        terms(parameters.get("match[spec_version]")));
  }

  /** The same of one object. */
  Selection of(String id) {
    return new Selection(addedAfter, limit, next, Set.of(id), Set.of(), versions, specVersions);
  }

  /** The same of those versions. */
  Selection with(VersionMatch others) {
    return new Selection(addedAfter, limit, next, ids, types, others, specVersions);
  }

  /** Whether there is that object at all: the selection that says so. */
  static Selection existence(String id) {
    return new Selection(null, 1, null, Set.of(id), Set.of(), VersionMatch.ALL, Set.of());
  }

  /** The values of a parameter that takes several, with commas between. */
  static Set<String> terms(@Nullable String given) {
    return given == null
        ? Set.of()
        : Arrays.stream(given.split(","))
            .map(String::strip)
            .filter(term -> !term.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant time(String name, @Nullable String given) {
    return given == null
        ? null
        : StixTime.parse(given)
            .orElseThrow(() ->
                TaxiiException.badParameter(
                    name, "is a timestamp such as 2026-11-20T08:00:01.123456Z"));
  }

  private static int limit(@Nullable String given) {
    if (given == null) {
      return MOST;
    }
    if (!given.matches("0*[1-9]\\d{0,17}")) {
      throw TaxiiException.badParameter("limit", "is a whole number greater than 0");
    }
    return (int) Math.min(MOST, Long.parseLong(given));
  }
}
