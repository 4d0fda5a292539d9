package org.tocsin.outward;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Writes an answer to disk as it comes, and not a byte more than may be taken. */
final class Download {
  private static final int CHUNK = 64 * 1024;

  private final Path folder;
  private final long maxBytes;
  private final Watch watch;

  /** A file that is whole. */
  record Kept(Path file, long bytes, String sha256) {}

  /** The disk does not take it. */
  static final class DiskException extends IOException {
    private static final long serialVersionUID = 1L;

    DiskException(IOException cause) {
      super(cause);
    }
  }

  Download(Path folder, long maxBytes, Watch watch) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.watch = watch;
  }

  /**
   * Takes it to its end; nothing is left on disk where that fails.
   *
   * @param gzipped whether the content encoding is gzip, which is undone
   */
  Kept keep(InputStream body, boolean gzipped) throws IOException {
    Path file = create();
    try {
      InputStream counted = new Counted(body);
      return copy(gzipped ? new GZIPInputStream(counted, CHUNK) : counted, file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Path create() throws IOException {
    try {
      Files.createDirectories(folder);
      return Files.createTempFile(folder, "fetched-", ".part");
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  private Kept copy(InputStream in, Path file) throws IOException {
    MessageDigest sha256 = sha256();
    long bytes = 0;
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        bytes += read;
        refuseAbove(bytes);
        sha256.update(chunk, 0, read);
        write(out, chunk, read);
      }
    }
    return new Kept(file, bytes, HexFormat.of().formatHex(sha256.digest()));
  }

  private static void write(OutputStream out, byte[] chunk, int length) throws IOException {
    try {
      out.write(chunk, 0, length);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  private void refuseAbove(long bytes) {
    if (bytes > maxBytes) {
      throw new FetchFailedException(
          Failure.TOO_LARGE, "It is larger than " + maxBytes + " bytes.");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Counts what comes off the wire, before its encoding is undone. */
  private final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      bytes += read;
      watch.came(read);
      refuseAbove(bytes);
    }
  }
}
