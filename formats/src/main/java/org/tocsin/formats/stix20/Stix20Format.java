package org.tocsin.formats.stix20;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.stix.StixLook;
import org.tocsin.formats.stix.StixReader;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** STIX 2.0 (OASIS Committee Specification 01, 19 July 2017): bundles, arrays, single objects. */
public final class Stix20Format implements Format {
  private final StixReader reader;

  /** Takes every indicator but those of what comes with Tocsin as benign. */
  public Stix20Format() {
    this(WarningList.shipped());
  }

  /**
   * A format.
   *
   * @param warnings what is no indicator
   */
  public Stix20Format(WarningList warnings) {
    this.reader = new StixReader(warnings);
  }

  @Override
  public String name() {
    return "stix-2.0";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public int recognise(Sample sample) {
    return StixLook.atFormer(sample);
  }

  @Override
  public Framing framing() {
    return Framing.OBJECTS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    return reader.read(raw, namespace, new FormerEdition(namespace));
  }
}
