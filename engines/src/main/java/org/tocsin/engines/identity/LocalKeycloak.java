package org.tocsin.engines.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The secrets of the Keycloak in one home folder: random, made up once, readable only by their
 * owner.
 *
 * @param home the Keycloak's home folder; made when missing
 */
public record LocalKeycloak(Path home) {

  private static final String ADMIN = "tocsin-launcher";

  /**
   * Its administrator.
   *
   * @throws UncheckedIOException when the password cannot be kept in the home folder
   */
  public BootstrapAdmin admin() {
    return new BootstrapAdmin(ADMIN, secret("admin-password"));
  }

  /**
   * The secret of the client {@code tocsin-console}.
   *
   * @throws UncheckedIOException when it cannot be kept in the home folder
   */
  public String consoleSecret() {
    return secret("console-secret");
  }

  /**
   * Makes the realm of a running Keycloak ready for local work: demo identities, and where the
   * console is.
   *
   * @param url where it answers
   * @param consoleUrls URLs of the console without a trailing slash
   * @throws IdentityException when Keycloak refuses, or is not on loopback
   */
  public void prepare(String url, List<String> consoleUrls) {
    LocalRealm realm = new LocalRealm(url, admin());
    realm.addDemo();
    realm.placeConsole(consoleUrls, consoleSecret());
  }

  private String secret(String name) {
    try {
      return LocalSecret.in(Files.createDirectories(home).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a secret in " + home, e);
    }
  }
}
