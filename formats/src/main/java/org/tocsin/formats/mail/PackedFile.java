package org.tocsin.formats.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Sample;

/** What a file of a mail begins with, packed or not; of an archive, its first file. */
final class PackedFile {
  private static final int HEAD = 64 * 1024;

  /** So much is unpacked to see whether a file is whole. */
  private static final long MOST = 64L << 20;

  /** Length of the end of an archive without its comment. */
  private static final int END = 22;

  private PackedFile() {}

  /** What can not be unpacked, for one because it is encrypted, is as it came. */
  static Sample sample(Attachment file) {
    byte[] bytes = file.bytes();
    try {
      if (beginsWith(bytes, 0x1f, 0x8b)) {
        return gunzipped(file.name(), bytes);
      }
      if (beginsWith(bytes, 'P', 'K')) {
        return unzipped(bytes);
      }
    } catch (IOException e) {
      return plain(file);
    }
    return plain(file);
  }

  /** Whether what is packed can be unpacked to its end, or as far as is looked. */
  static boolean isWhole(Attachment file) {
    byte[] bytes = file.bytes();
    try {
      if (beginsWith(bytes, 0x1f, 0x8b)) {
        drain(new GZIPInputStream(new ByteArrayInputStream(bytes)), 0);
      } else if (beginsWith(bytes, 'P', 'K')) {
        return hasEnd(bytes) && entriesAreWhole(bytes);
      }
      return true;
    } catch (IOException | IllegalArgumentException e) { // which a name may be that is none
      return false;
    }
  }

  private static boolean entriesAreWhole(byte[] bytes) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long read = 0;
      while (read < MOST && in.getNextEntry() != null) {
        read = drain(in, read);
      }
      return true;
    }
  }

  /** The list of its files is an archive's last part; it ends with a comment, mostly empty. */
  private static boolean hasEnd(byte[] bytes) {
    int last = bytes.length - END;
    for (int i = last; i >= 0 && i >= last - 0xffff; i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static long drain(InputStream in, long before) throws IOException {
    byte[] buffer = new byte[8192];
    long read = before;
    for (int some = in.read(buffer); some >= 0 && read < MOST; some = in.read(buffer)) {
      read += some;
    }
    return read;
  }

  private static Sample plain(Attachment file) {
    byte[] head = Arrays.copyOf(file.bytes(), Math.min(file.bytes().length, HEAD));
    return new Sample(file.name(), file.contentType(), head);
  }

  private static Sample gunzipped(@Nullable String name, byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new Sample(
          name == null ? null : name.replaceFirst("(?i)\\.gz$", ""), null, in.readNBytes(HEAD));
    }
  }

  private static Sample unzipped(byte[] bytes) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry first = in.getNextEntry();
      if (first == null) {
        throw new IOException("an archive without files");
      }
      return new Sample(first.getName(), null, in.readNBytes(HEAD));
    }
  }

  private static boolean beginsWith(byte[] bytes, int first, int second) {
    return bytes.length > 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
