package org.tocsin.launcher.run;

/**
 * One part of a running Tocsin.
 *
 * @param name {@code kafka}, {@code elasticsearch}, {@code keycloak} or {@code platform}
 * @param process its process
 * @param address host and port for Kafka, a URL for the others
 * @param log the path of its log
 */
public record Part(String name, ProcessMark process, String address, String log) {

  /** The broker. */
  public static final String KAFKA = "kafka";

  /** The index. */
  public static final String ELASTICSEARCH = "elasticsearch";

  /** Identity. */
  public static final String KEYCLOAK = "keycloak";

  /** Tocsin itself. */
  public static final String PLATFORM = "platform";
}
