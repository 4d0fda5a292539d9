package org.tocsin.launcher.run;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where the engines answer, and how programs are told so.
 *
 * @param kafka host and port
 * @param elasticsearch URL
 * @param keycloak URL; empty when it does not run
 */
public record Addresses(String kafka, String elasticsearch, String keycloak) {

  /** From the notes of a running Tocsin. */
  public static Addresses of(RunState state) {
    return new Addresses(
        state.address(Part.KAFKA), state.address(Part.ELASTICSEARCH), state.address(Part.KEYCLOAK));
  }

  /**
   * The environment of a program that works with them.
   *
   * @param home for {@code TOCSIN_HOME}
   * @param consoleSecret secret of the client {@code tocsin-console}
   */
  public Map<String, String> environment(Home home, String consoleSecret) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("TOCSIN_HOME", home.folder().toString());
    environment.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("TOCSIN_ELASTICSEARCH_URL", elasticsearch);
    environment.put("TOCSIN_IDENTITY_ISSUER", keycloak + "/realms/tocsin");
    environment.put("TOCSIN_IDENTITY_CONSOLE_SECRET", consoleSecret);
    return environment;
  }
}
