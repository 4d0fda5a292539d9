package org.tocsin.engines.identity;

import java.util.List;

/**
 * A machine of the local demo: a client with a service account. The secret is the name.
 *
 * @param name client id
 * @param role its realm role
 * @param organisation claim {@code organisation}, an id of the directory; empty for none
 */
public record LocalMachine(String name, String role, String organisation) {

  /** All of them. */
  public static final List<LocalMachine> ALL =
      List.of(
          new LocalMachine("feed-shadowserver", "feed", ""),
          new LocalMachine("subscriber-siem", "subscriber", "energy-demo"),
          new LocalMachine("peer-north", "peer", "cert-north"));
}
