package org.tocsin.formats.kev;

import java.util.List;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonHead;
import org.tocsin.formats.record.JsonRecords;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** CISA's catalog of known exploited vulnerabilities, as JSON. */
public final class KevFormat implements Format {
  private static final String LIST = "vulnerabilities";
  private static final Framing FRAMING = Framing.listNamed(LIST);
  private static final int CERTAIN = 95;

  @Override
  public String name() {
    return "kev";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public int recognise(Sample sample) {
    JsonHead head = JsonHead.of(sample);
    boolean catalog =
        head.has("vulnerabilities/0/cveID") && head.has("vulnerabilities/0/dateAdded");
    return catalog || head.has("catalogVersion") && head.has(LIST) ? CERTAIN : 0;
  }

  @Override
  public Framing framing() {
    return FRAMING;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    byte[] text = raw.text();
    VersionWriter writer = new VersionWriter(raw, namespace, text);
    CatalogEntry entries = new CatalogEntry(raw, writer);
    return JsonRecords.read(
        raw, text, LIST, (position, span, record) -> List.of(entries.read(position, span, record)));
  }
}
