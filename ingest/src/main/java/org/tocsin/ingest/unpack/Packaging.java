package org.tocsin.ingest.unpack;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file is wrapped in. */
public enum Packaging {
  NONE,
  GZIP,
  ZIP;

  /** How many bytes it takes to tell. */
  public static final int MAGIC = 4;

  private static final Set<String> ZIP_TYPES =
      Set.of("application/zip", "application/x-zip-compressed", "application/x-zip");
  private static final Set<String> GZIP_TYPES = Set.of("application/gzip", "application/x-gzip");

  /** Types that say nothing; curl sends the last one unless told otherwise. */
  private static final Set<String> VAGUE_TYPES =
      Set.of(
          "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded");

  /**
   * Tells by the first bytes, where the media type does not speak against it: many document formats
   * are zips inside, and are not archives to their senders.
   *
   * @param contentType the media type it came with, null when none
   * @param head its first bytes, at least {@value #MAGIC} where it has that many
   */
  public static Packaging of(@Nullable String contentType, byte[] head) {
    String type = contentType == null ? "" : bare(contentType);
    boolean vague = type.isEmpty() || VAGUE_TYPES.contains(type);
    if (begins(head, 'P', 'K', 3, 4) && (vague || ZIP_TYPES.contains(type))) {
      return ZIP;
    }
    // an archive without any file is nothing but its end record
    if (begins(head, 'P', 'K', 5, 6) && (vague || ZIP_TYPES.contains(type))) {
      return ZIP;
    }
    if (begins(head, 0x1f, 0x8b, 8) && (vague || GZIP_TYPES.contains(type))) {
      return GZIP;
    }
    return NONE;
  }

  private static String bare(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean begins(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
