package org.tocsin.formats.idea;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonEvents;
import org.tocsin.formats.record.JsonLook;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** IDEA0 (idea.cesnet.cz): an event, an array of them, or one on each line. */
public final class IdeaFormat implements Format {
  static final String NAME = "idea";

  private static final int SURE = 97;
  private static final int LIKELY = 85;

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
    if (look.says("Format", "IDEA0")) {
      return SURE;
    }
    return look.has("DetectTime") && look.has("Category") ? LIKELY : 0;
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
