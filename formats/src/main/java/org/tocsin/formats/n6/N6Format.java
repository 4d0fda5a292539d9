package org.tocsin.formats.n6;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonEvents;
import org.tocsin.formats.record.JsonLook;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** n6's JSON: an event, an array of them, or one on each line. */
public final class N6Format implements Format {
  static final String NAME = "n6";

  private static final int SURE = 92;
  private static final int LIKELY = 80;

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
    if (!look.hasAll("category", "source", "time")) {
      return 0;
    }
    boolean typical = look.has("confidence") && (look.has("id") || look.has("restriction"));
    return typical ? SURE : look.has("address") || look.has("url") || look.has("fqdn") ? LIKELY : 0;
  }

  @Override
  public Framing framing() {
    return Framing.EVENTS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    EventReader reader = new EventReader(raw, namespace);
    return JsonEvents.each(raw, reader::read);
  }
}
