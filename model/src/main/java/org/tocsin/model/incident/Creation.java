package org.tocsin.model.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Asn;
import org.tocsin.model.directory.Cidr;
import org.tocsin.model.directory.CountryCode;
import org.tocsin.model.directory.Domain;
import org.tocsin.model.journal.Field;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

/**
 * The details of the command {@code create}, by which people make an incident by hand; all but the
 * title may be missing.
 *
 * @param title what it is about, in a line
 * @param description what is known, in words
 * @param type RSIT type; {@code undetermined} where it is missing
 * @param severity that usual for the type where it is missing
 * @param tlp AMBER where it is missing
 * @param country ISO 3166-1 alpha-2
 * @param asn autonomous system, with or without {@code AS}; at most one of this and the next two
 * @param domain a domain name
 * @param ip one address
 * @param observables STIX objects or {@code {type, value}}
 */
record Creation(
    @Nullable String title,
    @Nullable String description,
    @Nullable String type,
    @Nullable String severity,
    @Nullable Tlp tlp,
    @Nullable String country,
    @Nullable String asn,
    @Nullable String domain,
    @Nullable String ip,
    @Nullable List<JsonNode> observables) {

  Incident open(Journaled made) {
    Rsit kind = type == null || type.isBlank() ? Rsit.UNDETERMINED : Told.type(type);
    return new Incident(
        id(made),
        Number.of(made),
        null,
        Incident.REPORTS,
        Told.line("title", title, Told.LONGEST_TITLE),
        Told.optional("description", description, Told.LONGEST_TEXT),
        kind,
        network(),
        severity == null || severity.isBlank() ? Severity.usual(kind) : Told.severity(severity),
        IncidentState.NEW,
        false,
        null,
        tlp == null ? Tlp.AMBER : tlp,
        made.command().by().name(),
        Audience.NOBODY,
        known(),
        Set.of(),
        List.of(),
        null,
        Set.of(),
        Set.of());
  }

  private static UUID id(Journaled made) {
    return Told.unlessBad(() -> {
      String text = made.command().entity().id();
      UUID id = UUID.fromString(text);
      if (!id.toString().equals(text)) {
        throw Field.bad("id", "must be a UUID");
      }
      return id;
    });
  }

  private Network network() {
    Network network =
        new Network(
            part("asn", asn, text -> Asn.parse(text.matches("[0-9]+") ? "AS" + text : text))
                .map(Asn::number)
                .orElse(null),
            part("domain", domain, Domain::parse).map(Domain::name).orElse(null),
            part("ip", ip, Creation::address).orElse(null),
            part("country", country, CountryCode::parse).map(CountryCode::code).orElse(null));
    if (Stream.of(network.asn(), network.domain(), network.ip()).filter(Objects::nonNull).count()
        > 1) {
      throw RefusedException.invalid("ip: at most one of asn, domain and ip");
    }
    return network;
  }

  private static String address(String text) {
    String block = Cidr.parse(text).text();
    String whole = block.indexOf(':') >= 0 ? "/128" : "/32";
    if (!block.endsWith(whole)) {
      throw new IllegalArgumentException("must be one address");
    }
    return block.substring(0, block.length() - whole.length()).toLowerCase(Locale.ROOT);
  }

  private interface Reading<T> {
    T of(String text);
  }

  private static <T> Optional<T> part(String field, @Nullable String value, Reading<T> reading) {
    @Nullable String text = Told.optional(field, value, 300);
    return text == null
        ? Optional.empty()
        : Told.unlessBad(() -> {
          try {
            return Optional.of(reading.of(text));
          } catch (IllegalArgumentException e) {
            throw Field.bad(field, String.valueOf(e.getMessage()));
          }
        });
  }

  private List<StixObject> known() {
    List<JsonNode> told =
        Told.unlessBad(() -> Field.list("observables", observables, Adding.MOST_OBSERVABLES));
    List<StixObject> read = new ArrayList<>();
    told.forEach(one -> read.add(Observable.read(one)));
    Adding.requireRoom(read);
    return Told.unlessBad(() -> {
      Field.requireDistinct("observables", read, StixObject::id);
      return read;
    });
  }
}
