package org.tocsin.formats.cap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.model.report.RejectReason;

/**
 * Reads the alerts of an XML document as they stream by. A document type is refused: nothing is
 * fetched or expanded on behalf of whoever wrote it. Elements of other namespaces (signatures) are
 * passed over.
 */
final class AlertReader {
  static final String CAP_1_0 = "http://www.incident.com/cap/1.0";
  static final String CAP_1_X = "urn:oasis:names:tc:emergency:cap:1.";

  private static final int DECLARATION = 100;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ELEMENTS = 100_000;
  private static final int MAX_ALERTS = 1_000;

  private final XMLStreamReader xml;
  private final List<Element> alerts = new ArrayList<>();
  private final Deque<Element> open = new ArrayDeque<>();
  private int elements;
  private int depth;

  /** How deep the reader is in what is passed over; 0 outside of it. */
  private int foreign;

  private AlertReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * The alerts of a document, in order, at least one.
   *
   * @throws Fault where it is not XML, holds a document type or no alert, or passes a limit
   */
  static List<Element> alerts(byte[] text) throws Fault {
    if (isBrokenUtf8(text)) {
      throw Fault.unreadable("This is not UTF-8, and no other encoding is declared.");
    }
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(text));
      try {
        return new AlertReader(xml).read();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw Fault.unreadable(
          "This is not well-formed XML" + (line > 0 ? ", in line " + line + "." : "."));
    }
  }

  /** The parser would tell the console of these bytes; a declared encoding is left to it. */
  private static boolean isBrokenUtf8(byte[] text) {
    String declaration =
        new String(text, 0, Math.min(text.length, DECLARATION), ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    boolean other = declaration.contains("encoding") && !declaration.contains("utf-8");
    if (other || declaration.startsWith("\u00fe\u00ff") || declaration.startsWith("\u00ff\u00fe")) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text);
    CharBuffer some = CharBuffer.allocate(8 * 1024);
    CharsetDecoder decoder = UTF_8.newDecoder();
    CoderResult result = decoder.decode(bytes, some, true);
    while (result.isOverflow()) {
      some.clear();
      result = decoder.decode(bytes, some, true);
    }
    return result.isError();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory;
  }

  private List<Element> read() throws XMLStreamException, Fault {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Fault(
                RejectReason.UNREADABLE, null, "A document with a document type is not read.");
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          Element element = open.peek();
          if (element != null && foreign == 0) {
            element.append(xml.getText());
          }
        }
        default -> {}
      }
    }
    if (alerts.isEmpty()) {
      throw new Fault(RejectReason.UNKNOWN_TYPE, null, "This document holds no alert of CAP.");
    }
    return alerts;
  }

  private void start() throws Fault {
    elements++;
    depth++;
    if (elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
      throw new Fault(
          RejectReason.LIMIT_EXCEEDED, null, "The document is too deep or has too many elements.");
    }
    Element parent = open.peek();
    if (foreign > 0 || parent != null && !isCap(xml.getNamespaceURI())) {
      foreign++;
    } else if (parent != null) {
      open.push(parent.child(xml.getLocalName()));
    } else if (isCap(xml.getNamespaceURI()) && xml.getLocalName().equals("alert")) {
      begin();
    }
  }

  private void begin() throws Fault {
    if (alerts.size() == MAX_ALERTS) {
      throw new Fault(RejectReason.LIMIT_EXCEEDED, null, "The document holds too many alerts.");
    }
    Element alert = Element.alert(CAP_1_0.equals(xml.getNamespaceURI()));
    alerts.add(alert);
    open.push(alert);
  }

  private void end() {
    depth--;
    if (foreign > 0) {
      foreign--;
    } else if (!open.isEmpty()) {
      open.pop();
    }
  }

  private static boolean isCap(@Nullable String namespace) {
    return namespace != null && (namespace.equals(CAP_1_0) || namespace.startsWith(CAP_1_X));
  }
}
