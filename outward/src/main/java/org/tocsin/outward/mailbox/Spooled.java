package org.tocsin.outward.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.Validators;

/** Takes a mail to disk as it comes, and not a byte more than may be taken. */
final class Spooled extends OutputStream {
  private final Path file;
  private final OutputStream out;
  private final long most;
  private final MessageDigest sha256;
  private long bytes;

  Spooled(Path folder, long most) {
    try {
      Files.createDirectories(folder);
      this.file = Files.createTempFile(folder, "mail-", ".part");
      this.out = Files.newOutputStream(file);
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (IOException e) {
      throw disk(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    this.most = most;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    bytes += length;
    if (bytes > most) {
      throw new FetchFailedException(Failure.TOO_LARGE, "It is larger than " + most + " bytes.");
    }
    sha256.update(buffer, offset, length);
    try {
      out.write(buffer, offset, length);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** The mail, whole. */
  Fetched kept(URI from) {
    return new Fetched(
        from,
        file,
        bytes,
        HexFormat.of().formatHex(sha256.digest()),
        "message/rfc822",
        new Validators(null, null),
        Map.of());
  }

  /** Leaves nothing on disk. */
  void drop() {
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private static FetchFailedException disk(IOException e) {
    return new FetchFailedException(Failure.DISK, "See whether there is room for it.", e);
  }
}
