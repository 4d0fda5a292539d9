package org.tocsin.formats.stix;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/**
 * STIX 2.1 (OASIS Standard, 10 June 2021): bundles, TAXII 2.1 envelopes, arrays of objects and
 * single objects. Every object is kept as it came, known or not; what is stored is valid against
 * the schemas OASIS publishes.
 */
public final class StixFormat implements Format {
  /** The format's name. */
  public static final String NAME = "stix-2.1";

  private final StixReader reader;

  /** Takes every indicator but those of what comes with Tocsin as benign. */
  public StixFormat() {
    this(WarningList.shipped());
  }

  /**
   * A format.
   *
   * @param warnings what is no indicator
   */
  public StixFormat(WarningList warnings) {
    this.reader = new StixReader(warnings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public int recognise(Sample sample) {
    return StixLook.at(sample);
  }

  @Override
  public Framing framing() {
    return Framing.OBJECTS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    return reader.read(raw, namespace, Edition.CURRENT);
  }
}
