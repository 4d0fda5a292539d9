package org.tocsin.model.subscription;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.warning.WarningContent;

/**
 * What filters look at of one version of a warning, or of one observation. Nothing that is personal
 * is in it: what a filter finds tells as much as showing it.
 *
 * @param what which of both it is
 * @param type what kind of incident it tells of, null where it does not say
 * @param severity how bad it is: of an observation, what its type usually is; null where that is
 *     not known
 * @param confidence how sure whoever observed it is, 0 to 100, null where they do not say; of a
 *     warning null
 * @param audience whom it is addressed to
 * @param concerned what of the net it tells about
 * @param products names of products and CVEs
 * @param values what patterns compare
 */
public record Matchable(
    What what,
    @Nullable Rsit type,
    @Nullable Severity severity,
    @Nullable Integer confidence,
    Audience audience,
    Concerned concerned,
    List<String> products,
    Set<PatternValue> values) {
  public Matchable {
    products = List.copyOf(products);
    values = Set.copyOf(values);
  }

  /** One version of a warning, by what it says. */
  public static Matchable of(WarningContent content) {
    Told told = new Told();
    content.observables().forEach(told::take);
    return new Matchable(
        What.WARNINGS,
        content.rsit().orElse(null),
        content.severity(),
        null,
        content.audience().audience(),
        told.concerned(),
        Stream.concat(content.products().stream(), content.cves().stream()).toList(),
        told.values());
  }

  /**
   * An observation.
   *
   * @param type what kind of incident it tells of, null where it does not say
   * @param objects its STIX: the observed-data first, then the SCOs it refers to
   */
  public static Matchable of(@Nullable Rsit type, List<StixObject> objects) {
    Told told = new Told();
    Redaction.of(objects).forEach(told::take);
    return new Matchable(
        What.OBSERVATIONS,
        type,
        type == null ? null : Severity.usual(type),
        told.confidence(),
        Audience.NOBODY,
        told.concerned(),
        told.products(),
        told.values());
  }

  /**
   * What of two observations is the same for whoever does not want to hear of it again: the type,
   * and the addresses and names it tells of, or where there are none, all its values. Of a warning
   * nothing: each version is new.
   *
   * @return null for what is never the same as something else
   */
  public @Nullable String likeness() {
    if (what == What.WARNINGS) {
      return null;
    }
    List<String> parts = new ArrayList<>(concerned.ips());
    parts.addAll(concerned.domains());
    if (parts.isEmpty()) {
      values.forEach(value -> parts.add(value.path() + "=" + value.value()));
    }
    if (parts.isEmpty()) {
      return null;
    }
    Collections.sort(parts);
    return (type == null ? "" : type.type()) + " " + String.join(" ", parts);
  }

  /** The keys of filters' types that mean its type. */
  Set<String> types() {
    return type == null ? Set.of() : Set.of(type.classification(), SubscriptionFilter.dotted(type));
  }

  /** Whom it is addressed to, organisations and groups alike: their ids are of one namespace. */
  Set<String> addressed() {
    Set<String> all = new HashSet<>(audience.organisations());
    all.addAll(audience.groups());
    return all;
  }
}
