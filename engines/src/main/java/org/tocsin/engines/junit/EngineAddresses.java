package org.tocsin.engines.junit;

/**
 * Where the engines of a test answer. Each throws {@link IllegalStateException} when not asked for.
 */
public interface EngineAddresses {

  /** Host and port for {@code bootstrap.servers}. */
  String kafkaBootstrap();

  /** URL without a trailing slash. */
  String elasticsearchUrl();

  /** URL without a trailing slash; the realm is {@code tocsin}. */
  String keycloakUrl();

  /** The issuer of the tokens: the realm's URL. */
  default String issuer() {
    return keycloakUrl() + "/realms/tocsin";
  }

  /**
   * A fresh access token.
   *
   * @param name a person or a machine of the local demo, such as {@code analyst} or {@code
   *     feed-shadowserver}
   */
  String token(String name);

  /** The secret of the client {@code tocsin-console}. */
  String consoleSecret();

  /**
   * Lets people sign in to a console that runs there.
   *
   * @param consoleUrl URL without a trailing slash
   */
  void allowConsoleAt(String consoleUrl);
}
