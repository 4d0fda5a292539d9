package org.tocsin.formats.framing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts JSON objects as they come: between lines where each has its own, else as a document. */
final class EventsFramer implements Framer {
  /** No JSON has a name with such a character unescaped: only an array is a list. */
  static final String NO_LIST = "\0";

  private final InputStream submission;
  private @Nullable Framer chosen;

  EventsFramer(InputStream submission) {
    this.submission = submission;
  }

  @Override
  public Optional<Slice> next() throws IOException {
    if (chosen == null) {
      chosen = choose();
    }
    return chosen.next();
  }

  private Framer choose() throws IOException {
    byte[] head = submission.readNBytes(JsonLines.WINDOW);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), submission);
    return JsonLines.begin(head) ? new LinesFramer(all) : new ObjectsFramer(all, NO_LIST);
  }
}
