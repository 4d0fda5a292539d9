package org.tocsin.formats.iodef;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonEvents;
import org.tocsin.formats.record.JsonLook;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** IODEF in JSON (RFC 8727); an element of the list Incident is a record. */
public final class IodefJsonFormat implements Format {
  static final String NAME = "iodef-json";

  private static final String LIST = "Incident";
  private static final int SURE = 94;
  private static final int OLD = 70;

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
    return look.has(LIST) && look.has("version") ? SURE : look.has("IODEF-Document") ? OLD : 0;
  }

  @Override
  public Framing framing() {
    return Framing.listNamed(LIST);
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    IncidentReader reader = new IncidentReader(raw, namespace);
    return JsonEvents.eachOf(
        raw, LIST, (incident, bytes) -> reader.read(JsonElements.incident(incident)));
  }
}
