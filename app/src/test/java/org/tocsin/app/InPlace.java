package org.tocsin.app;

import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.KnownFormats;

/** The formats there are, but for one in whose place there is another. */
final class InPlace {
  private InPlace() {}

  /** With that one in the place of the one of its name. */
  static Formats of(Format another) {
    Formats known = KnownFormats.all();
    return new Formats(
        known.names().stream()
            .map(name -> name.equals(another.name()) ? another : known.named(name).orElseThrow())
            .toList());
  }
}
