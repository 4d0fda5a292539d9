package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonEvents;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads records that are flat objects: the names of the properties are the columns. */
final class JsonReportReader {
  private final RawRecord raw;
  private final ObservationReader observations;

  /** Records of one report mostly have the same columns: those of the last one, and its plan. */
  private List<String> columns = List.of();

  private @Nullable Plan plan;

  JsonReportReader(RawRecord raw, NodeNamespace namespace) {
    this.raw = raw;
    this.observations =
        new ObservationReader(raw, namespace, ShadowserverJsonFormat.NAME, new byte[0]);
  }

  Normalised read() {
    return JsonEvents.each(raw, this::read);
  }

  private Observation read(ObjectNode record, byte[] bytes) throws Fault {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : record.properties()) {
      names.add(property.getKey());
      values.add(text(property.getValue()));
    }
    try {
      Plan current = plan(names);
      Row row = new Row(current.layout());
      row.take(values);
      return observations.read(current.types(), row, bytes);
    } catch (Fault fault) {
      String path = fault.path() == null ? null : "/" + fault.path();
      throw new Fault(fault.reason(), path, fault.detail());
    }
  }

  private Plan plan(List<String> names) throws Fault {
    Plan known = plan;
    if (known != null && columns.equals(names)) {
      return known;
    }
    Plan made = Plan.of(raw.name(), names);
    plan = made;
    columns = names;
    return made;
  }

  /** Values that are objects or lists, which the API does not have, are kept as JSON. */
  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isContainer() ? value.toString() : value.asString("");
  }
}
