package org.tocsin.formats.atom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.validate.ValidationDriver;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.atom.RolieWriter.Places;
import org.tocsin.formats.record.Notices;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A repository of ROLIE. */
class RolieWriterTest {
  private static final String ROLIE = "urn:ietf:params:xml:ns:rolie-1.0";
  private static final String APP = "http://www.w3.org/2007/app";
  private static final URI BASE = URI.create("https://cert.example/feeds/rolie/");

  private final RolieWriter writer =
      new RolieWriter(
          "CERT <Example>",
          new Places(
              BASE,
              BASE.resolve("warnings.atom"),
              BASE.resolve("categories.atomcat"),
              notice -> BASE.resolve(notice.id() + ".atom"),
              notice -> BASE.resolve("../csaf/" + notice.id() + ".json")));

  @Test
  void shouldSayInItsServiceDocumentWhereTheFeedIs() throws Exception {
    Document service = parsed(writer.service());

    assertThat(service.getDocumentElement().getLocalName()).isEqualTo("service");
    Element collection = (Element) service.getElementsByTagNameNS(APP, "collection").item(0);
    assertThat(collection.getAttribute("href")).isEqualTo(BASE + "warnings.atom");
    Element categories = (Element) service.getElementsByTagNameNS(APP, "categories").item(0);
    assertThat(categories.getAttribute("href")).isEqualTo(BASE + "categories.atomcat");
    assertThat(parsed(writer.categories()).getDocumentElement().getAttribute("fixed"))
        .isEqualTo("yes");
  }

  /** RFC 8322 sections 6.1 and 6.2. */
  @Test
  void shouldGiveEachEntryTheFormatAndPlaceOfItsDocument() throws Exception {
    Document feed =
        parsed(
            writer.feed(
                List.of(Notices.published(Notices.FULL)), BASE.resolve("warnings.atom"), null));

    Element format = (Element) feed.getElementsByTagNameNS(ROLIE, "format").item(0);
    assertThat(format.getAttribute("ns")).endsWith("/csaf_json_schema.json");
    Element property = (Element) feed.getElementsByTagNameNS(ROLIE, "property").item(0);
    assertThat(property.getAttribute("value")).isEqualTo(Notices.ID.toString());
    Element content = (Element) feed.getElementsByTagName("content").item(0);
    assertThat(content.getAttribute("src"))
        .isEqualTo("https://cert.example/feeds/csaf/" + Notices.ID + ".json");
    assertThat(new String(writer.entry(Notices.published(Notices.FULL)), UTF_8))
        .contains("urn:ietf:params:rolie:category:information-type", "term=\"csaf\"");
  }

  @Test
  void shouldBeValidByTheGrammarOfAtom() throws Exception {
    ValidationDriver grammar = AtomWriterTest.grammar();
    byte[] feed =
        writer.feed(
            List.of(Notices.published(Notices.FULL), Notices.withdrawn(Notices.FULL)),
            BASE.resolve("warnings.atom"),
            BASE.resolve("warnings.atom?before=x"));

    assertThat(AtomWriterTest.isValid(grammar, new String(feed, UTF_8))).isTrue();
    assertThat(
            AtomWriterTest.isValid(
                grammar, new String(writer.entry(Notices.published(Notices.SHORT)), UTF_8)))
        .isTrue();
  }

  private static Document parsed(byte[] document) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
  }
}
