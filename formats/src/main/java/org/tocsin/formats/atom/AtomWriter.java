package org.tocsin.formats.atom;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.XmlText;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.WarningNotice;

/** Writes warnings as an Atom feed (RFC 4287), the one that changed last first. */
public final class AtomWriter {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String ATOM = "application/atom+xml";

  private final String author;
  private final URI self;
  private final Function<WarningNotice, URI> alert;

  /**
   * A writer.
   *
   * @param author the node's name
   * @param self where the feed is
   * @param alert where the warning is as an alert of CAP
   */
  public AtomWriter(String author, URI self, Function<WarningNotice, URI> alert) {
    this.author = author;
    this.self = self;
    this.alert = alert;
  }

  /**
   * The feed.
   *
   * @param notices in the order to show them
   * @param next where older ones are, null where there are none (RFC 5005 section 3)
   */
  public byte[] write(List<WarningNotice> notices, @Nullable URI next) {
    Instant updated =
        notices.stream().map(WarningNotice::modified).reduce(Instant.EPOCH, AtomWriter::later);
    XmlText xml = new XmlText();
    xml.open("feed", "xmlns", NAMESPACE)
        .element("id", self.toString())
        .element("title", "Warnings of " + author)
        .element("updated", StixTime.micros(updated));
    link(xml, "self", ATOM, self);
    if (next != null) {
      link(xml, "next", ATOM, next);
    }
    xml.open("author").element("name", author).close();
    notices.forEach(notice -> entry(xml, notice));
    return xml.close().bytes();
  }

  private static void link(XmlText xml, String relation, String type, URI to) {
    xml.empty("link", "rel", relation, "type", type, "href", to.toString());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Section 4.1.2. */
  private void entry(XmlText xml, WarningNotice notice) {
    xml.open("entry", "xml:lang", notice.language())
        .element("id", "urn:uuid:" + notice.id())
        .element("title", notice.title())
        .element("published", StixTime.micros(notice.created()))
        .element("updated", StixTime.micros(notice.modified()));
    link(xml, "alternate", "application/cap+xml", alert.apply(notice));
    notice.references().forEach(url -> xml.empty("link", "rel", "related", "href", url));
    category(xml, "number", notice.number());
    category(xml, "tlp", notice.tlp().label());
    category(xml, "state", notice.withdrawn() ? "withdrawn" : "published");
    Severity severity = notice.severity();
    category(xml, "severity", severity == null ? null : severity.key());
    Rsit type = notice.type();
    category(xml, "rsit", type == null ? null : type.classification() + "." + type.type());
    notice.cves().forEach(cve -> category(xml, "cve", cve));
    xml.element("summary", notice.summary()).element("content", content(notice)).close();
  }

  /** Section 4.2.2; the scheme says what the term is of. */
  private static void category(XmlText xml, String of, @Nullable String term) {
    if (term != null) {
      xml.empty("category", "scheme", "urn:tocsin:" + of, "term", term);
    }
  }

  private static String content(WarningNotice notice) {
    StringBuilder text = new StringBuilder(notice.summary());
    Advice advice = notice.advice();
    part(text, "For citizens: ", advice.citizens());
    part(text, "For businesses: ", advice.businesses());
    part(text, "For governments: ", advice.governments());
    part(text, "For international organisations: ", advice.internationalOrganisations());
    lines(text, "Affected products", notice.products());
    lines(text, "Vulnerabilities", notice.cves());
    lines(
        text,
        "To look for",
        notice.observables().stream().map(one -> one.type() + " " + one.value()).toList());
    lines(text, "References", notice.references());
    part(text, "New in this version: ", notice.change());
    return text.toString();
  }

  private static void part(StringBuilder text, String title, @Nullable String part) {
    if (part != null) {
      text.append("\n\n").append(title).append(part);
    }
  }

  private static void lines(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("\n\n").append(title).append(":\n- ").append(String.join("\n- ", lines));
    }
  }
}
