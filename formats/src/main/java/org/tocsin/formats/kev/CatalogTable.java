package org.tocsin.formats.kev;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Lines;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.rows.Cells;
import org.tocsin.formats.rows.Rows;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of one raw record as the entries they are in the catalog's JSON. Used once. */
final class CatalogTable {
  private static final String WEAKNESSES = "cwes";

  private final Rows rows;
  private final Cells cells = new Cells();
  private final Lines lines;
  private final byte[] text;
  private final CatalogEntry entries;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  CatalogTable(RawRecord raw, NodeNamespace namespace) {
    this.text = raw.text();
    this.rows = new Rows(text);
    this.lines = new Lines(raw, text);
    this.entries = new CatalogEntry(raw, new VersionWriter(raw, namespace, text));
  }

  Normalised read() {
    List<String> names = rows.next() ? names() : List.of();
    for (int position = 0; rows.next(); position++) {
      try {
        Span span = new Span(rows.start(), rows.end());
        accepted.add(entries.read(position, span, entry(names)));
      } catch (Fault e) {
        reject(position, e);
      }
    }
    return new Normalised(accepted, rejects);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (cells.read(text, rows.start(), rows.end()) == Cells.Shape.READABLE) {
      for (int cell = 0; cell < cells.count(); cell++) {
        names.add(cells.text(cell).strip());
      }
    }
    return names;
  }

  private ObjectNode entry(List<String> names) throws Fault {
    if (cells.read(text, rows.start(), rows.end()) != Cells.Shape.READABLE) {
      throw Fault.unreadable("A quote is opened and never closed, or there are too many cells.");
    }
    if (cells.count() > names.size()) {
      throw Fault.unreadable("The row has more cells than there are columns.");
    }
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    for (int cell = 0; cell < cells.count(); cell++) {
      if (names.get(cell).equals(WEAKNESSES)) {
        weaknesses(entry.putArray(WEAKNESSES), cells.text(cell));
      } else {
        entry.put(names.get(cell), cells.text(cell));
      }
    }
    return entry;
  }

  private static void weaknesses(ArrayNode list, String text) {
    for (String one : text.split(",", -1)) {
      if (!one.isBlank()) {
        list.add(one.strip());
      }
    }
  }

  private void reject(int position, Fault fault) {
    @Nullable String path = fault.path();
    rejects.add(
        new Reject(
            position,
            lines.of(rows.start()),
            path == null ? null : path.substring(1),
            fault.reason(),
            fault.detail()));
  }
}
