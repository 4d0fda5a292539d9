package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.store.IncidentQuery;
import org.tocsin.store.document.DomainText;
import org.tocsin.store.document.IpText;

/** The conditions of a search for incidents. */
final class IncidentConditions {
  /** RFC 5396, with or without its letters; RFC 6793: 32 bits. */
  private static final Pattern ASN =
      Pattern.compile("(?:AS)?(\\d{1,10})", Pattern.CASE_INSENSITIVE);

  private IncidentConditions() {}

  static List<Query> of(IncidentQuery query) {
    List<Query> all = new ArrayList<>();
    add(all, "queue", query.queue());
    add(all, "severity", query.severity() == null ? null : query.severity().key());
    add(all, "country", query.country() == null ? null : upper(query.country()));
    if (!query.states().isEmpty()) {
      all.add(Filters.isOneOf("stands", query.states().stream().map(IncidentState::key).toList()));
    }
    if (query.assignee() != null) {
      all.add(
          query.assignee().isEmpty()
              ? Filters.hasNone("assignee")
              : Filters.is("assignee", query.assignee()));
    }
    if (query.escalated()) {
      all.add(Query.of(any -> any.term(yes -> yes.field("escalated").value(true))));
    }
    if (query.type() != null) {
      String type = query.type().strip().toLowerCase(Locale.ROOT);
      all.add(Filters.anyOf(List.of(Filters.is("type", type), Filters.is("classification", type))));
    }
    if (query.text() != null) {
      all.addAll(Text.conditions(query.text(), IncidentConditions::word));
    }
    return all;
  }

  private static void add(List<Query> all, String field, @Nullable String value) {
    if (value != null) {
      all.add(Filters.is(field, value));
    }
  }

  private static Query word(String word) {
    List<Query> ways = new ArrayList<>();
    ways.add(Filters.says("title", word));
    ways.add(Filters.is("number", word));
    String domain = DomainText.plain(word);
    if (!domain.isEmpty()) {
      ways.add(Filters.is("domain", domain));
    }
    asn(word).ifPresent(number -> ways.add(Filters.is("asn", number)));
    IpText.addressOrBlock(word).ifPresent(ip -> ways.add(Filters.is("ip", ip)));
    return Filters.anyOf(ways);
  }

  private static Optional<Long> asn(String word) {
    Matcher number = ASN.matcher(word);
    return number.matches() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
  }

  private static String upper(String country) {
    return country.strip().toUpperCase(Locale.ROOT);
  }
}
