package org.tocsin.formats;

import java.util.List;
import org.tocsin.formats.cap.CapFormat;
import org.tocsin.formats.csaf.CsafFormat;
import org.tocsin.formats.kev.KevCsvFormat;
import org.tocsin.formats.kev.KevFormat;
import org.tocsin.formats.misp.MispFormat;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.formats.stix.StixFormat;
import org.tocsin.formats.stix20.Stix20Format;

/** The formats there are: one line each. */
public final class KnownFormats {
  private KnownFormats() {}

  /** All of them, in order of preference where two are equally sure of a sample. */
  public static Formats all() {
    return new Formats(
        List.of(
            new ShadowserverFormat(),
            new StixFormat(),
            new Stix20Format(),
            new KevFormat(),
            new KevCsvFormat(),
            new CsafFormat(),
            new MispFormat(),
            new CapFormat()));
  }
}
