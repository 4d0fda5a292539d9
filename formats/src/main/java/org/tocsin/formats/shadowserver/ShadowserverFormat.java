package org.tocsin.formats.shadowserver;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** Shadowserver's reports as files of comma-separated values, of every type and age. */
public final class ShadowserverFormat implements Format {
  static final String NAME = "shadowserver-csv";

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
    return Recognition.of(sample);
  }

  @Override
  public Framing framing() {
    return Framing.ROWS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    return new ReportReader(raw, namespace).read();
  }
}
