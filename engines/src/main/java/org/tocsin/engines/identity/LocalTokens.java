package org.tocsin.engines.identity;

import java.util.Map;

/** Bearer tokens of the demo's people and machines, from a local Keycloak. */
public final class LocalTokens {

  /** The public client that people get a token with on the command line; it exists only locally. */
  static final String CLI = "tocsin-cli";

  private final KeycloakClient keycloak;

  /**
   * @param keycloakUrl URL without a trailing slash
   */
  public LocalTokens(String keycloakUrl) {
    this.keycloak = new KeycloakClient(keycloakUrl);
  }

  /**
   * A fresh access token.
   *
   * @param name a person or a machine of the demo
   * @throws IdentityException when there is no such name, or Keycloak refuses
   */
  public String of(String name) {
    if (LocalMachine.ALL.stream().anyMatch(machine -> machine.name().equals(name))) {
      return keycloak.token(
          LocalRealm.NAME,
          Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", name));
    }
    if (LocalPerson.ALL.stream().noneMatch(person -> person.name().equals(name))) {
      throw new IdentityException("no local identity is called " + name);
    }
    return keycloak.token(
        LocalRealm.NAME,
        Map.of("grant_type", "password", "client_id", CLI, "username", name, "password", name));
  }
}
