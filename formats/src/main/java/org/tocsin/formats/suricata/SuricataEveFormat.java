package org.tocsin.formats.suricata;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.record.JsonEvents;
import org.tocsin.formats.record.JsonLook;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** Suricata's log EVE: an event on each line, one alone, or an array of them. */
public final class SuricataEveFormat implements Format {
  static final String NAME = "suricata-eve";

  private static final int SURE = 93;
  private static final int LIKELY = 80;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 2;
  }

  /** An event has a part that is called as its type; any type may come first. */
  @Override
  public int recognise(Sample sample) {
    JsonLook look = JsonLook.at(sample);
    String type = look.text("event_type");
    if (type.isEmpty() || !look.has("timestamp")) {
      return 0;
    }
    return look.has(type) ? SURE : look.hasAll("src_ip", "dest_ip", "proto") ? LIKELY : 0;
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
