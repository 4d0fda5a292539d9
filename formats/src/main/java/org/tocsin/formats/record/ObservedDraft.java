package org.tocsin.formats.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one record tells of something seen, gathered field by field. Not thread-safe. */
public final class ObservedDraft {
  private static final Set<String> ISO_3166 = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  /** STIX 2.1 section 4.14.1. */
  private static final long MAX_NUMBER = 999_999_999L;

  /** STIX 2.1 section 3.2. */
  private static final int MAX_CONFIDENCE = 100;

  final Instant observedAt;
  final ScoSet scos = new ScoSet();
  final Set<String> countries = new LinkedHashSet<>();
  final Set<String> subject = new LinkedHashSet<>();
  @Nullable String subjectCountry;
  ObjectNode fields = JsonNodeFactory.instance.objectNode();
  @Nullable Instant endedAt;
  long number = 1;
  @Nullable Rsit rsit;
  @Nullable String reportType;
  @Nullable Integer confidence;
  @Nullable Tlp tlp;

  /** A draft of what happened then. */
  public ObservedDraft(Instant observedAt) {
    this.observedAt = observedAt;
  }

  /** The observables, to add to. */
  public ScoSet scos() {
    return scos;
  }

  /** When it ended; a time before it began says nothing and is passed over. */
  public ObservedDraft ended(@Nullable Instant at) {
    endedAt = at == null || !at.isAfter(observedAt) ? null : at;
    return this;
  }

  /** How often it was seen; clamped to what STIX allows, 1 to 999999999. */
  public ObservedDraft number(long times) {
    number = Math.clamp(times, 1, MAX_NUMBER);
    return this;
  }

  /** What kind of incident it tells of; null where the record does not say. */
  public ObservedDraft rsit(@Nullable Rsit type) {
    rsit = type;
    return this;
  }

  /** The provider's own name for the kind of report; null where there is none. */
  public ObservedDraft reportType(@Nullable String name) {
    reportType = name;
    return this;
  }

  /** How sure the record is of itself, clamped to 0 to 100; null where it does not say. */
  public ObservedDraft confidence(@Nullable Integer percent) {
    confidence = percent == null ? null : Math.clamp(percent, 0, MAX_CONFIDENCE);
    return this;
  }

  /** The level the record itself asks for; null where it asks for none. */
  public ObservedDraft tlp(@Nullable Tlp level) {
    tlp = level;
    return this;
  }

  /**
   * Says of observables that they are whom the record is about, or its own: addresses, names, URLs
   * and autonomous systems, or its mail address. An incident is placed by these alone, so what
   * belongs to a server, a victim, a sinkhole or a reporter that the record names besides is never
   * said here.
   */
  public ObservedDraft about(Collection<String> ids) {
    subject.addAll(ids);
    return this;
  }

  /** Where whom the record is about is; the first there is counts. */
  public ObservedDraft subjectCountry(@Nullable String code) {
    String country = code == null ? null : parsed(code);
    if (country != null) {
      countries.add(country);
      subjectCountry = subjectCountry == null ? country : subjectCountry;
    }
    return this;
  }

  /**
   * Some place the record names, after ISO 3166-1 alpha-2, to be found by; what is no country is
   * passed over.
   */
  public ObservedDraft country(@Nullable String code) {
    if (code != null) {
      String country = parsed(code);
      if (country != null) {
        countries.add(country);
      }
    }
    return this;
  }

  private static @Nullable String parsed(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    String country = upper.equals("UK") ? "GB" : upper;
    return ISO_3166.contains(country) ? country : null;
  }

  /** A field of the original record, kept by its own name; an empty one is none. */
  public ObservedDraft field(String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      fields.put(name, text);
    }
    return this;
  }

  /** All fields of the original record, by their own names, instead of those given before. */
  public ObservedDraft fields(ObjectNode all) {
    fields = all;
    return this;
  }
}
