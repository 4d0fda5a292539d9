package org.tocsin.formats.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tocsin.formats.markup.Elements;

/** Takes an XML document whole and counts the elements that are its records. */
final class ElementsFramer implements Framer {
  private final WholeFramer whole;
  private final String name;

  ElementsFramer(InputStream submission, String name) {
    this.whole = new WholeFramer(submission);
    this.name = name;
  }

  @Override
  public Optional<Slice> next() throws IOException {
    return whole.next().map(slice -> counted(slice));
  }

  private Slice counted(Slice slice) {
    int records = Elements.read(slice.bytes(), name).count();
    return new Slice(slice.preamble(), slice.bytes(), slice.firstLine(), records);
  }
}
