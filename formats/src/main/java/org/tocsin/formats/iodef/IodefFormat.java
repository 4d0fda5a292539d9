package org.tocsin.formats.iodef;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.markup.Elements;
import org.tocsin.formats.record.Fault;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;

/** IODEF in XML, versions 1 and 2; an Incident is a record. */
public final class IodefFormat implements Format {
  static final String NAME = "iodef";

  private static final String INCIDENT = "Incident";
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:iodef-";
  private static final int SURE = 96;
  private static final Logger LOG = LoggerFactory.getLogger(IodefFormat.class);
  private static final Fault FAILED =
      Fault.unreadable("Reading this incident failed; the log says how.");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public int recognise(Sample sample) {
    Elements head = Elements.read(sample.head(), INCIDENT);
    return isDocument(head) ? SURE : 0;
  }

  @Override
  public Framing framing() {
    return Framing.elementsNamed(INCIDENT);
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    byte[] text = raw.text();
    Elements document = Elements.read(text, INCIDENT);
    IncidentReader reader = new IncidentReader(raw, namespace);
    List<Accepted> accepted = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    for (int position = 0; position < document.records().size(); position++) {
      Elements.Found found = document.records().get(position);
      try {
        requireDocument(document);
        accepted.add(new Accepted(position, 0, text.length, reader.read(found.element())));
      } catch (Fault fault) {
        rejects.add(reject(position, found.line(), within(position, fault)));
      } catch (RuntimeException e) {
        LOG.error("reading incident {} of {} failed: {}", position, rawId(raw), e.getClass());
        rejects.add(reject(position, found.line(), FAILED));
      }
    }
    if (document.count() > document.records().size()) {
      rejects.add(reject(document.records().size(), document.line(), remainder(document)));
    }
    return new Normalised(accepted, rejects);
  }

  private static boolean isDocument(Elements document) {
    Element root = document.root();
    String namespace = document.rootNamespace();
    return root != null
        && root.name().equals("IODEF-Document")
        && namespace != null
        && namespace.startsWith(NAMESPACE);
  }

  private static void requireDocument(Elements document) throws Fault {
    if (!isDocument(document)) {
      Element root = document.root();
      throw Fault.bad(
          root == null ? "/" : "/" + root.name(), "the root of the document is IODEF-Document");
    }
  }

  private static Fault within(int position, Fault fault) {
    String path = "/IODEF-Document/Incident[" + (position + 1) + "]";
    return new Fault(
        fault.reason(), fault.path() == null ? path : path + fault.path(), fault.detail());
  }

  private static String rawId(RawRecord raw) {
    return Slot.rawId(raw.receipt(), raw.number());
  }

  private static Fault remainder(Elements document) {
    Elements.Broken broken = document.broken();
    if (broken != null) {
      return new Fault(broken.reason(), null, broken.detail());
    }
    try {
      requireDocument(document);
    } catch (Fault other) {
      return other;
    }
    return new Fault(
        RejectReason.MISSING_FIELD, "/IODEF-Document/Incident", "the document has no incident");
  }

  private static Reject reject(int position, long line, Fault fault) {
    return new Reject(position, line, fault.path(), fault.reason(), fault.detail());
  }
}
