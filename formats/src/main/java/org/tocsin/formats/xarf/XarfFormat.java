package org.tocsin.formats.xarf;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonEvents;
import org.tocsin.formats.record.JsonLook;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** XARF as bare JSON: a report, an array of them, or one on each line; versions 1 to 4. */
public final class XarfFormat implements Format {
  static final String NAME = "xarf";

  private static final int SURE = 96;
  private static final int LIKELY = 60;

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
    JsonLook look = JsonLook.at(sample);
    if (look.has("xarf_version") || look.hasAll("ReporterInfo", "Report")) {
      return SURE;
    }
    boolean broken = look.has("Version") && (look.has("ReporterInfo") || look.has("Report"));
    return broken ? LIKELY : 0;
  }

  @Override
  public Framing framing() {
    return Framing.EVENTS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    ObservationWriter writer = new ObservationWriter(raw, namespace);
    return JsonEvents.each(
        raw,
        (report, bytes) ->
            report.has("xarf_version")
                ? Version4.read(report, writer)
                : Version3.read(report, bytes, writer));
  }
}
