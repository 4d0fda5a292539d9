package org.tocsin.ingest.unpack;

/**
 * What unpacking may cost.
 *
 * @param maxBytes largest submission, and largest sum of an archive's entries, in bytes unpacked
 * @param maxRatio how many bytes one packed byte may become, once {@link #RATIO_FROM} are unpacked
 * @param maxEntries how many files one archive or one multipart request may hold
 * @param maxArchive largest archive in bytes as it comes; that much disk is used while it is open
 */
public record UnpackLimits(long maxBytes, int maxRatio, int maxEntries, long maxArchive) {
  /** Up to here any ratio will do, in bytes: small repetitive files pack very well. */
  public static final long RATIO_FROM = 8L * 1024 * 1024;

  /** 2 GiB out of one submission, 200 to 1, 1,000 files, archives of 256 MiB. */
  public static final UnpackLimits DEFAULTS =
      new UnpackLimits(2L << 30, 200, 1_000, 256L * 1024 * 1024);

  /** Throws IllegalArgumentException where a limit is not positive. */
  public UnpackLimits {
    if (maxBytes <= 0 || maxRatio <= 0 || maxEntries <= 0 || maxArchive <= 0) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** Whether so many bytes may come of so many packed ones. */
  boolean admits(long packed, long unpacked) {
    return unpacked <= RATIO_FROM || unpacked / maxRatio <= Math.max(1, packed);
  }
}
