package org.tocsin.formats;

import java.util.List;
import org.tocsin.formats.mail.MailFormat;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.formats.stix.StixFormat;

/** The formats there are: one line each. */
public final class KnownFormats {
  private KnownFormats() {}

  /** All of them, in order of preference where two are equally sure of a sample. */
  public static Formats all() {
    return new Formats(List.of(new ShadowserverFormat(), new StixFormat(), new MailFormat()));
  }
}
