package org.tocsin.engines.identity;

import java.util.List;

/**
 * A machine of the local demo: a client with a service account. The secret is the name.
 *
 * @param name client id
 * @param role its realm role
 */
public record LocalMachine(String name, String role) {

  /** All of them. */
  public static final List<LocalMachine> ALL =
      List.of(
          new LocalMachine("feed-shadowserver", "feed"),
          new LocalMachine("subscriber-siem", "subscriber"),
          new LocalMachine("peer-north", "peer"));
}
