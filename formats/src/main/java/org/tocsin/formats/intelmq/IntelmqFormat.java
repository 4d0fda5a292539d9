package org.tocsin.formats.intelmq;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonEvents;
import org.tocsin.formats.record.JsonLook;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** IntelMQ's JSON: an event, an array of them, or one on each line; flat or nested. */
public final class IntelmqFormat implements Format {
  static final String NAME = "intelmq";

  private static final int DECLARED = 95;
  private static final int SURE = 90;
  private static final int NESTED = 75;

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
    if (look.says("__type", "Event")) {
      return DECLARED;
    }
    if (look.has("classification.type") || look.has("time.observation")) {
      return SURE;
    }
    return look.hasAll("classification", "feed", "time") ? NESTED : 0;
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
