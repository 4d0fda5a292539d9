package org.tocsin.ingest.submission;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** File names as strangers give them. */
public final class FileName {
  private static final int LONGEST = 255;

  private FileName() {}

  /**
   * The last part of a path, without control and formatting characters, at most 255 characters;
   * null where nothing is left.
   */
  public static @Nullable String of(@Nullable String given) {
    if (given == null) {
      return null;
    }
    String base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = base.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
    if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
      return null;
    }
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
  }

  /** The name without {@code .gz}, as its contents had it before they were packed. */
  static @Nullable String unpacked(@Nullable String name) {
    return name != null && name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? of(name.substring(0, name.length() - 3))
        : name;
  }
}
