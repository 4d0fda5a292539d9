package org.tocsin.formats.cap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.Slot;

/**
 * CAP 1.0, 1.1 and 1.2 (OASIS Standard, 1 July 2010): a document is a record, an alert by itself or
 * several in an envelope such as EDXL-DE.
 */
public final class CapFormat implements Format {
  private static final Logger LOG = LoggerFactory.getLogger(CapFormat.class);
  private static final int CERTAIN = 95;
  private static final Pattern ALERT = Pattern.compile("<(?:[A-Za-z0-9_-]{1,40}:)?alert[\\s>]");

  @Override
  public String name() {
    return "cap";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public int recognise(Sample sample) {
    String head = new String(sample.head(), ISO_8859_1);
    boolean named = head.contains(AlertReader.CAP_1_X) || head.contains(AlertReader.CAP_1_0);
    return named && ALERT.matcher(head).find() ? CERTAIN : 0;
  }

  @Override
  public Framing framing() {
    return Framing.WHOLE;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    try {
      return new Normalised(read(raw, namespace), List.of());
    } catch (Fault e) {
      return new Normalised(List.of(), List.of(reject(e)));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "reading {} failed: {}", Slot.rawId(raw.receipt(), raw.number()), e.getClass().getName());
      return new Normalised(
          List.of(), List.of(reject(Fault.unreadable("Reading this failed; the log says how."))));
    }
  }

  private static Reject reject(Fault fault) {
    return new Reject(0, null, fault.path(), fault.reason(), fault.detail());
  }

  private static List<Accepted> read(RawRecord raw, NodeNamespace namespace) throws Fault {
    byte[] text = raw.text();
    VersionWriter writer = new VersionWriter(raw, namespace, text);
    List<Accepted> facts = new ArrayList<>();
    for (Element alert : AlertReader.alerts(text)) {
      AlertRules.check(alert);
      facts.addAll(new AlertReport(writer, new Span(0, text.length), alert).read());
    }
    return facts;
  }
}
