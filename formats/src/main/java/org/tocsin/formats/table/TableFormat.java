package org.tocsin.formats.table;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** The format that a mapping describes. */
public final class TableFormat implements Format {
  /** How often the reading of all mappings gave other facts than before. */
  private static final int READING = 1;

  private final TableMapping mapping;
  private final Objections objections;
  private final TableLook look;

  TableFormat(TableMapping mapping, WarningList warnings) {
    this.mapping = mapping;
    this.objections = new Objections(mapping.listed() ? warnings : null);
    this.look = new TableLook(mapping);
  }

  @Override
  public String name() {
    return mapping.name();
  }

  @Override
  public int version() {
    return READING + mapping.version();
  }

  @Override
  public int recognise(Sample sample) {
    return look.at(sample);
  }

  @Override
  public Framing framing() {
    return switch (mapping.cut()) {
      case TableMapping.Cut.Rows rows -> Framing.rows(rows.style());
      case TableMapping.Cut.Json json -> Framing.listNamed(json.list());
      case TableMapping.Cut.JsonLines lines -> Framing.rows(lines.style());
    };
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    RecordReader reader = new RecordReader(mapping, objections, raw, namespace);
    return switch (mapping.cut()) {
      case TableMapping.Cut.Rows rows ->
          new RowsReading(mapping, rows, reader, raw).read(Integer.MAX_VALUE);
      case TableMapping.Cut.Json json -> new JsonReading(reader, raw).elements(json.list());
      case TableMapping.Cut.JsonLines lines -> new JsonReading(reader, raw).lines(lines.style());
    };
  }
}
