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
}
