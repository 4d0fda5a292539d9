package org.tocsin.engines.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The administrator of one local Keycloak. The password is random, made once per home folder and
 * readable only by its owner.
 *
 * @param user the name
 * @param password the password; never logged
 */
public record BootstrapAdmin(String user, String password) {

  private static final String USER = "tocsin-launcher";

  /**
   * The administrator of the Keycloak in a home folder; made up at the first call.
   *
   * @param home the Keycloak's home folder
   * @throws IOException when the password cannot be kept there
   */
  public static BootstrapAdmin of(Path home) throws IOException {
    return new BootstrapAdmin(USER, secret(home.resolve("admin-password")));
  }

  /**
   * A secret kept in a file, made up at the first call.
   *
   * @param file where it is kept
   * @throws IOException when it cannot be read or written
   */
  public static String secret(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  @Override
  public String toString() {
    return user;
  }
}
