package org.tocsin.app.correlation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@link Sight}s, one on each line. */
final class SightFormat implements Format {
  static final String NAME = "sights";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public int recognise(Sample sample) {
    return 0;
  }

  @Override
  public Framing framing() {
    return Framing.ROWS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    String[] lines = new String(raw.bytes(), StandardCharsets.UTF_8).split("\n");
    List<Accepted> accepted = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      accepted.add(
          new Accepted(i, 0, lines[i].length(), observation(Sight.of(lines[i]), raw, namespace)));
    }
    return new Normalised(accepted, List.of());
  }

  static UUID id(Sight sight, Origin origin, NodeNamespace namespace) {
    return namespace.contentId(
        origin, NAME, List.of(sight.line().getBytes(StandardCharsets.UTF_8)));
  }

  private static Observation observation(Sight sight, RawRecord raw, NodeNamespace namespace) {
    UUID id = id(sight, raw.origin(), namespace);
    List<StixObject> objects = new ArrayList<>();
    ObjectNode data = json("observed-data", id);
    if (!sight.country().isEmpty()) {
      data.putObject("extensions")
          .putObject(TocsinExtension.ID)
          .putArray(TocsinExtension.COUNTRIES)
          .add(sight.country());
    }
    objects.add(new StixObject(data));
    if (!sight.ip().isEmpty()) {
      objects.add(new StixObject(json("ipv4-addr", id).put("value", sight.ip())));
    }
    if (!sight.domain().isEmpty()) {
      String host = "h" + sight.number() + "." + sight.domain();
      objects.add(new StixObject(json("domain-name", id).put("value", host)));
    }
    if (!sight.asn().isEmpty()) {
      objects.add(
          new StixObject(json("autonomous-system", id).put("number", Long.parseLong(sight.asn()))));
    }
    return new Observation(
        id,
        sight.at(),
        Rsit.ofType(sight.type()).orElse(null),
        sight.report(),
        raw.effectiveTlp(null),
        objects);
  }

  private static ObjectNode json(String type, UUID id) {
    return StixJson.MAPPER
        .createObjectNode()
        .put("type", type)
        .put("spec_version", "2.1")
        .put("id", type + "--" + id);
  }
}
