package org.tocsin.formats.csaf;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonHead;
import org.tocsin.formats.record.JsonRecords;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** CSAF 2.0 (OASIS Standard, 18 November 2022): a document is a record. */
public final class CsafFormat implements Format {
  /** No list at the top of a document has this name: it is one record. */
  private static final String LIST = "document";

  private static final Framing FRAMING = Framing.listNamed(LIST);
  private static final int CERTAIN = 95;
  private static final int LIKELY = 60;

  @Override
  public String name() {
    return "csaf-2.0";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public int recognise(Sample sample) {
    JsonHead head = JsonHead.of(sample);
    if (head.has("document/csaf_version") || head.has("0/document/csaf_version")) {
      return CERTAIN;
    }
    return head.has("document/tracking") && head.has("document/publisher") ? LIKELY : 0;
  }

  @Override
  public Framing framing() {
    return FRAMING;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    byte[] text = raw.text();
    VersionWriter writer = new VersionWriter(raw, namespace, text);
    return JsonRecords.read(
        raw,
        text,
        LIST,
        (position, span, record) -> {
          Structure.check(record);
          return new Advisory(writer, position, span, record).read();
        });
  }
}
