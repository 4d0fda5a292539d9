package org.tocsin.engines.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A random secret of one home folder, readable only by its owner. */
final class LocalSecret {

  private static final int BYTES = 24;

  private LocalSecret() {}

  /** Reads it, or makes it up at the first call. */
  static String in(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }
}
