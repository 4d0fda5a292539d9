package org.tocsin.engines.identity;

/**
 * The administrator of one local Keycloak.
 *
 * @param user the name
 * @param password the password; never logged
 */
public record BootstrapAdmin(String user, String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return user;
  }
}
