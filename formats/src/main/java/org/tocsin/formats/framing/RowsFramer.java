package org.tocsin.formats.framing;

import java.io.InputStream;
import java.util.Optional;

final class RowsFramer implements Framer {
  RowsFramer(InputStream submission) {}

  @Override
  public Optional<Slice> next() {
    return Optional.empty();
  }
}
