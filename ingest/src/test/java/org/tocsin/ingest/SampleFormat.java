package org.tocsin.ingest;

import java.util.List;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** Formats that recognise their first byte: <code>#</code>, <code>{</code> or <code>[</code>. */
public record SampleFormat(String name, char first, Framing framing) implements Format {
  /** One of each. */
  public static final Formats FORMATS =
      new Formats(
          List.of(
              new SampleFormat("rows", '#', Framing.ROWS),
              new SampleFormat("document", '{', Framing.WHOLE),
              new SampleFormat("bundle", '[', Framing.OBJECTS)));

  @Override
  public int version() {
    return 1;
  }

  @Override
  public int recognise(Sample sample) {
    return sample.head()[0] == first ? 80 : 0;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    throw new UnsupportedOperationException();
  }
}
