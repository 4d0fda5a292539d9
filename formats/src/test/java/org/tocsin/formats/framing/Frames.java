package org.tocsin.formats.framing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A submission cut into slices, for tests. */
public final class Frames {
  private Frames() {}

  /** Cuts the bytes in that way. */
  public static List<Slice> of(Framing framing, byte[] submission) throws IOException {
    return of(framing, new ByteArrayInputStream(submission));
  }

  /** Cuts the stream in that way. */
  public static List<Slice> of(Framing framing, InputStream submission) throws IOException {
    Framer framer = framing.over(submission);
    List<Slice> slices = new ArrayList<>();
    for (Optional<Slice> next = framer.next(); next.isPresent(); next = framer.next()) {
      slices.add(next.get());
    }
    return slices;
  }

  /** The bytes of all slices, one after the other. */
  public static byte[] joined(List<Slice> slices) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    slices.forEach(slice -> bytes.writeBytes(slice.bytes()));
    return bytes.toByteArray();
  }

  /** The records of all slices. */
  public static int records(List<Slice> slices) {
    return slices.stream().mapToInt(Slice::records).sum();
  }
}
