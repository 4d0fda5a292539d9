package org.tocsin.formats.markup;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.RejectReason;

/**
 * The elements of one name directly below the root of a document, each a record. Framer and
 * normaliser both read here, so they count the same: what follows a fault is one record more, and a
 * document without any such element is one as well.
 */
public final class Elements {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_ELEMENTS = 200_000;
  private static final XMLInputFactory FACTORY = factory();

  /**
   * A record.
   *
   * @param element the record
   * @param line line of the document it begins on, from 1
   */
  public record Found(Element element, long line) {}

  /**
   * What is wrong with a document.
   *
   * @param reason the kind of fault
   * @param detail one sentence without any value of the document
   */
  public record Broken(RejectReason reason, String detail) {}

  /** Carries {@link Broken} to where reading began. */
  private static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1L;
    private final RejectReason reason;
    private final String detail;

    BrokenException(RejectReason reason, String detail) {
      super(detail, null, false, false);
      this.reason = reason;
      this.detail = detail;
    }
  }

  private final String name;
  private final List<Found> records = new ArrayList<>();
  private @Nullable Element root;
  private @Nullable String rootNamespace;
  private @Nullable Broken broken;
  private long line = 1;
  private int elements;

  private Elements(String name) {
    this.name = name;
  }

  /** Reads a document; never throws for what it holds. */
  public static Elements read(byte[] document, String name) {
    Elements read = new Elements(name);
    try {
      read.read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(document)));
    } catch (BrokenException e) {
      read.broken = new Broken(e.reason, e.detail);
    } catch (XMLStreamException | RuntimeException e) {
      read.broken =
          new Broken(RejectReason.UNREADABLE, "From here on this is not XML, or it breaks off.");
    }
    return read;
  }

  /** The records that ended. */
  public List<Found> records() {
    return records;
  }

  /** How many records there are, with the remainder where there is one. */
  public int count() {
    return records.size() + (broken != null || records.isEmpty() ? 1 : 0);
  }

  /** What is wrong with the document; null where nothing is. */
  public @Nullable Broken broken() {
    return broken;
  }

  /** The line on which reading ended, from 1. */
  public long line() {
    return line;
  }

  /** The root without what is below it; null where the document has none. */
  public @Nullable Element root() {
    return root;
  }

  /** Namespace of the root; null where it has none. */
  public @Nullable String rootNamespace() {
    return rootNamespace;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException, BrokenException {
    while (xml.hasNext()) {
      int event = xml.next();
      line = Math.max(1, xml.getLocation().getLineNumber());
      if (event == XMLStreamConstants.DTD) {
        throw new BrokenException(RejectReason.UNREADABLE, "A document with a DTD is not read.");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (root == null) {
          root = new Element(xml.getLocalName(), attributes(xml), "", List.of());
          rootNamespace = xml.getNamespaceURI();
        } else {
          long begins = line;
          Element element = element(xml, 2);
          if (element.name().equals(name)) {
            records.add(new Found(element, begins));
          }
        }
      }
    }
  }

  private Element element(XMLStreamReader xml, int depth)
      throws XMLStreamException, BrokenException {
    if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
      throw new BrokenException(
          RejectReason.LIMIT_EXCEEDED, "The document is too deep or has too many elements.");
    }
    String local = xml.getLocalName();
    Map<String, String> attributes = attributes(xml);
    List<Element> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(xml, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new BrokenException(
                RejectReason.UNREADABLE, "The document refers to an entity that is not declared.");
        default -> {}
      }
    }
    line = Math.max(line, xml.getLocation().getLineNumber());
    return new Element(local, attributes, normalised(text), List.copyOf(children));
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.putIfAbsent(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }

  private static String normalised(CharSequence text) {
    StringBuilder normal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ';
      if (!space) {
        normal.append(c);
      } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
        normal.append(' ');
      }
    }
    return normal.toString().strip();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing outside the document is read");
    });
    return factory;
  }
}
