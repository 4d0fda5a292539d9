package org.tocsin.formats.atom;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.XmlText;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.warning.WarningNotice;

/**
 * Writes warnings for ROLIE (RFC 8322): a service document that says where the feed is, the feed
 * with an entry for each CSAF document, single entries, and the categories in use.
 */
public final class RolieWriter {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String APP = "http://www.w3.org/2007/app";
  private static final String ROLIE = "urn:ietf:params:xml:ns:rolie-1.0";

  /** Section 7.1.2 wants one in each feed. */
  private static final String TYPES = "urn:ietf:params:rolie:category:information-type";

  /** What CSAF is called among them (CSAF 2.0 section 7.1.15). */
  private static final String CSAF = "csaf";

  private static final String CONTENT_ID = "urn:ietf:params:rolie:property:content-id";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json";

  private final String author;
  private final Places places;

  /**
   * Where things are.
   *
   * @param service the service document
   * @param feed the feed
   * @param categories the categories document
   * @param entry where the entry of a warning is
   * @param document where its CSAF document is
   */
  public record Places(
      URI service,
      URI feed,
      URI categories,
      Function<WarningNotice, URI> entry,
      Function<WarningNotice, URI> document) {}

  /**
   * A writer.
   *
   * @param author the node's name
   */
  public RolieWriter(String author, Places places) {
    this.author = author;
    this.places = places;
  }

  /** The service document (section 5.1, RFC 5023 section 8). */
  public byte[] service() {
    return new XmlText()
        .open("service", "xmlns", APP, "xmlns:atom", ATOM)
        .open("workspace")
        .element("atom:title", author)
        .open("collection", "href", places.feed().toString())
        .element("atom:title", "Warnings of " + author)
        .empty("accept")
        .empty("categories", "href", places.categories().toString())
        .close()
        .close()
        .close()
        .bytes();
  }

  /** The categories document (RFC 5023 section 7). */
  public byte[] categories() {
    return new XmlText()
        .open("categories", "xmlns", APP, "xmlns:atom", ATOM, "fixed", "yes", "scheme", TYPES)
        .empty("atom:category", "scheme", TYPES, "term", CSAF)
        .close()
        .bytes();
  }

  /**
   * The feed (section 6.1).
   *
   * @param notices in the order to show them
   * @param self where this page of it is
   * @param next where older ones are, null where there are none
   */
  public byte[] feed(List<WarningNotice> notices, URI self, @Nullable URI next) {
    Instant updated =
        notices.stream()
            .map(WarningNotice::modified)
            .reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
    XmlText xml = new XmlText();
    xml.open("feed", "xmlns", ATOM, "xmlns:rolie", ROLIE)
        .element("id", places.feed().toString())
        .element("title", "Warnings of " + author)
        .element("updated", StixTime.micros(updated));
    link(xml, "self", self);
    link(xml, "service", places.service());
    if (next != null) {
      link(xml, "next", next);
    }
    xml.empty("category", "scheme", TYPES, "term", CSAF);
    xml.open("author").element("name", author).close();
    for (WarningNotice notice : notices) {
      xml.open("entry");
      entry(xml, notice);
      xml.close();
    }
    return xml.close().bytes();
  }

  /** An entry by itself (section 6.2). */
  public byte[] entry(WarningNotice notice) {
    XmlText xml = new XmlText();
    xml.open("entry", "xmlns", ATOM, "xmlns:rolie", ROLIE);
    entry(xml, notice);
    return xml.close().bytes();
  }

  private void entry(XmlText xml, WarningNotice notice) {
    xml.element("id", "urn:uuid:" + notice.id())
        .element("title", notice.title())
        .element("published", StixTime.micros(notice.created()))
        .element("updated", StixTime.micros(notice.modified()))
        .open("author")
        .element("name", author)
        .close();
    link(xml, "self", places.entry().apply(notice));
    xml.empty("category", "scheme", TYPES, "term", CSAF)
        .empty("category", "scheme", "urn:tocsin:tlp", "term", notice.tlp().label())
        .element("summary", notice.summary());
    xml.empty("rolie:format", "ns", SCHEMA, "version", "2.0", "schema-location", SCHEMA);
    xml.empty("rolie:property", "name", CONTENT_ID, "value", notice.id().toString());
    xml.empty(
        "content", "type", "application/json", "src", places.document().apply(notice).toString());
  }

  private static void link(XmlText xml, String relation, URI to) {
    xml.empty("link", "rel", relation, "href", to.toString());
  }
}
