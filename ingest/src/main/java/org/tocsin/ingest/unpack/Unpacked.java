package org.tocsin.ingest.unpack;

import java.io.IOException;
import java.io.InputStream;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;

/** Streams that stay within the limits. */
public final class Unpacked {
  private Unpacked() {}

  /** The stream itself, refused as too large once it passes the limit. */
  public static InputStream plain(InputStream in, UnpackLimits limits) {
    return new CountedInput(in, count -> checkSize(count, limits));
  }

  /**
   * What is packed in the stream, refused once it passes the limits. Reading throws {@link
   * RefusedException} where it is not gzip. Closing it frees its memory and leaves {@code in} to
   * its owner.
   *
   * @param in a stream that does not fail with IOException, as a {@link BodyInput} is
   */
  public static InputStream gzip(InputStream in, UnpackLimits limits) {
    CountedInput packed = new CountedInput(in, count -> checkSize(count, limits));
    return new CountedInput(
        new SaysWhatIsWrong(new GzipInput(packed)),
        count -> {
          checkSize(count, limits);
          checkRatio(packed.count(), count, limits);
        });
  }

  static void checkSize(long bytes, UnpackLimits limits) {
    if (bytes > limits.maxBytes()) {
      throw tooLarge("It holds more than the " + limits.maxBytes() + " bytes that are allowed.");
    }
  }

  static void checkRatio(long packed, long unpacked, UnpackLimits limits) {
    if (!limits.admits(packed, unpacked)) {
      throw tooLarge(
          "It unpacks to more than " + limits.maxRatio() + " times its size, as bombs do.");
    }
  }

  static RefusedException tooLarge(String detail) {
    return new RefusedException(Refusal.TOO_LARGE, detail);
  }

  private static final class SaysWhatIsWrong extends InputStream {
    private final GzipInput gzip;

    SaysWhatIsWrong(GzipInput gzip) {
      this.gzip = gzip;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      try {
        return gzip.read(buffer, offset, length);
      } catch (IOException e) {
        throw new RefusedException(
            Refusal.UNREADABLE_BODY, "It says it is gzip, and can not be unpacked as such.", e);
      }
    }

    @Override
    public void close() {
      gzip.close();
    }
  }
}
