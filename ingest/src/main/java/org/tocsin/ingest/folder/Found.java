package org.tocsin.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file as it was found.
 *
 * @param path where it is
 * @param size its size in bytes
 * @param modified when it was last written to, in milliseconds since 1970
 */
record Found(Path path, long size, long modified) {
  static Found of(Path path, BasicFileAttributes attributes) {
    return new Found(path, attributes.size(), attributes.lastModifiedTime().toMillis());
  }

  /** Whether it is still as it was found. */
  boolean isUnchanged() throws IOException {
    return equals(
        of(path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
  }
}
