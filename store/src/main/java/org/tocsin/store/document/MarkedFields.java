package org.tocsin.store.document;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the sharing policy looks at, as fields of a document; queries ask them by these names. */
public final class MarkedFields {
  private MarkedFields() {}

  /** Writes them. */
  static void write(JsonText json, Marked marked) {
    Concerned concerned = marked.concerned();
    Audience audience = marked.audience();
    json.text("tlp", marked.tlp().name())
        .text("submitter", marked.submitter())
        .texts("organisations", sorted(audience.organisations()))
        .texts("groups", sorted(audience.groups()))
        .texts("persons", sorted(audience.persons()))
        .texts("ip", sorted(concerned.ips()))
        .numbers("asn", sorted(concerned.asns()))
        .texts("domain", withAllAbove(concerned.domains()))
        .texts("country", sorted(concerned.countries()));
    if (marked.personal()) {
      json.truth("personal", true);
    }
  }

  /** Reads them; of each domain, all above it is there too. */
  public static Marked read(ObjectNode source) {
    Set<Long> asns = new HashSet<>();
    source.path("asn").forEach(number -> asns.add(number.asLong()));
    return new Marked(
        Tlp.valueOf(source.path("tlp").asString()),
        source.path("submitter").asString(),
        new Audience(
            texts(source, "organisations"), texts(source, "groups"), texts(source, "persons")),
        new Concerned(texts(source, "ip"), asns, texts(source, "domain"), texts(source, "country")),
        source.path("personal").asBoolean(false));
  }

  /** The same as it is read back. */
  static Marked complete(Marked marked) {
    Concerned concerned = marked.concerned();
    return new Marked(
        marked.tlp(),
        marked.submitter(),
        marked.audience(),
        new Concerned(
            concerned.ips(),
            concerned.asns(),
            withAllAbove(concerned.domains()),
            concerned.countries()),
        marked.personal());
  }

  /** So that looking for a domain finds what lies below. */
  private static Set<String> withAllAbove(Set<String> domains) {
    Set<String> all = new TreeSet<>();
    for (String domain : domains) {
      String rest = DomainText.plain(domain);
      while (!rest.isEmpty()) {
        all.add(rest);
        int dot = rest.indexOf('.');
        rest = dot < 0 ? "" : rest.substring(dot + 1);
      }
    }
    return all;
  }

  private static <T extends Comparable<T>> Collection<T> sorted(Set<T> some) {
    return new TreeSet<>(some);
  }

  private static Set<String> texts(ObjectNode source, String name) {
    Set<String> texts = new HashSet<>();
    for (JsonNode text : source.path(name)) {
      texts.add(text.asString());
    }
    return texts;
  }
}
