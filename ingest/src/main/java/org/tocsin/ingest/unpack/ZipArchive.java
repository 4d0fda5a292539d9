package org.tocsin.ingest.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipInputStream;
import org.tocsin.ingest.refusal.RefusedException;

/**
 * A zip archive (PKWARE APPNOTE 6.3). It is kept on disk and unpacked once for nothing but to see
 * whether it is sound and within the limits, so that no file of a bomb is taken before the bomb is
 * recognised. Archives inside are files like any other. Not thread-safe.
 */
public final class ZipArchive implements AutoCloseable {
  private final Spool spool;
  private final ZipContents contents;

  private ZipArchive(Spool spool, ZipContents contents) {
    this.spool = spool;
    this.contents = contents;
  }

  /** Takes the files of an archive, one after the other. */
  @FunctionalInterface
  public interface Files {
    /**
     * Takes a file.
     *
     * @param name path in the archive
     * @param size its size in bytes
     * @param bytes its bytes; closing is left to the archive
     */
    void take(String name, long size, InputStream bytes);
  }

  /**
   * Keeps and examines an archive.
   *
   * @param length how large it says it is, negative when unknown
   * @throws RefusedException when a limit is passed
   */
  public static ZipArchive open(InputStream in, long length, UnpackLimits limits, Spools spools) {
    if (length > limits.maxArchive()) {
      throw tooLarge(limits);
    }
    Spool spool = spools.take(in, length < 0 ? limits.maxArchive() + 1 : length);
    boolean opened = false;
    try {
      if (spool.size() > limits.maxArchive()) {
        throw tooLarge(limits);
      }
      ZipArchive archive = new ZipArchive(spool, ZipContents.of(spool, limits));
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        spool.close();
      }
    }
  }

  /** Whether it can be unpacked to the last file; where not, it is to be kept as it is. */
  public boolean isSound() {
    return contents.sound();
  }

  /** Its size in bytes, packed. */
  public long size() {
    return spool.size();
  }

  /** The archive itself. */
  public InputStream bytes() {
    return spool.open();
  }

  /** Hands over all its files that are not empty, in the order of the archive. */
  public void forEach(Files files) {
    try (ZipInputStream zip = new ZipInputStream(spool.buffered())) {
      for (ZipContents.File file : contents.files()) {
        zip.getNextEntry();
        if (file.size() > 0) {
          files.take(file.name(), file.size(), new Entry(zip));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an archive that was sound a moment ago", e);
    }
  }

  @Override
  public void close() {
    spool.close();
  }

  private static RefusedException tooLarge(UnpackLimits limits) {
    return Unpacked.tooLarge(
        "The archive is larger than the " + limits.maxArchive() + " bytes that are allowed.");
  }

  private static final class Entry extends FilterInputStream {
    Entry(ZipInputStream zip) {
      super(zip);
    }

    @Override
    public void close() {
      // the next file is still to be read from the same stream
    }
  }
}
