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
