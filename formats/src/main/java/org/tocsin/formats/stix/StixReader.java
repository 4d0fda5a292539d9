package org.tocsin.formats.stix;

import org.tocsin.formats.benign.WarningList;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** Reads raw records that hold STIX, of whatever edition of the standard. Thread-safe. */
public final class StixReader {
  /** Made once: reading the schemas takes a moment. */
  static final StixSchemas SCHEMAS = new StixSchemas();

  private final WarningList warnings;

  /**
   * A reader.
   *
   * @param warnings what is no indicator
   */
  public StixReader(WarningList warnings) {
    this.warnings = warnings;
  }

  /**
   * Reads a raw record that was framed by objects.
   *
   * @param edition how its objects are written; of this raw record only
   */
  public Normalised read(RawRecord raw, NodeNamespace namespace, Edition edition) {
    return new StixReading(raw, namespace, SCHEMAS, edition, warnings).read();
  }
}
