package org.tocsin.formats;

import java.util.List;
import org.tocsin.formats.idea.IdeaFormat;
import org.tocsin.formats.intelmq.IntelmqFormat;
import org.tocsin.formats.iodef.IodefFormat;
import org.tocsin.formats.iodef.IodefJsonFormat;
import org.tocsin.formats.n6.N6Format;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.formats.shadowserver.ShadowserverJsonFormat;
import org.tocsin.formats.stix.StixFormat;
import org.tocsin.formats.xarf.XarfFormat;

/** The formats there are: one line each. */
public final class KnownFormats {
  private KnownFormats() {}

  /** All of them, in order of preference where two are equally sure of a sample. */
  public static Formats all() {
    return new Formats(
        List.of(
            new ShadowserverFormat(),
            new ShadowserverJsonFormat(),
            new StixFormat(),
            new IdeaFormat(),
            new N6Format(),
            new IntelmqFormat(),
            new XarfFormat(),
            new IodefFormat(),
            new IodefJsonFormat()));
  }
}
