package org.tocsin.ingest.unpack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What unpacking an archive to nowhere tells. The archive is read front to back, so that neither a
 * long directory nor entries that overlap can cost memory.
 *
 * @param sound whether every file could be unpacked and matched its checksum, and the directory at
 *     the end names as many
 * @param files all entries in order, directories as empty files; empty where not sound
 */
record ZipContents(boolean sound, List<File> files) {
  private static final ZipContents BROKEN = new ZipContents(false, List.of());

  record File(String name, long size) {}

  static ZipContents of(Spool spool, UnpackLimits limits) {
    try {
      List<File> files = files(spool, limits);
      return ZipEnd.names(spool, files.size()) ? new ZipContents(true, files) : BROKEN;
    } catch (IOException | IllegalArgumentException e) {
      // the JDK says IllegalArgumentException for names in no known encoding
      return BROKEN;
    }
  }

  private static List<File> files(Spool spool, UnpackLimits limits) throws IOException {
    List<File> files = new ArrayList<>();
    byte[] nowhere = new byte[64 * 1024];
    long unpacked = 0;
    try (ZipInputStream zip = new ZipInputStream(spool.buffered())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (files.size() == limits.maxEntries()) {
          throw Unpacked.tooLarge(
              "The archive holds more than the " + limits.maxEntries() + " files allowed.");
        }
        long before = unpacked;
        for (int read = zip.read(nowhere); read >= 0; read = zip.read(nowhere)) {
          unpacked += read;
          Unpacked.checkSize(unpacked, limits);
          Unpacked.checkRatio(spool.size(), unpacked, limits);
        }
        files.add(new File(entry.getName(), unpacked - before));
      }
    }
    return files;
  }
}
