package org.tocsin.launcher.run;

import java.nio.file.Path;

/**
 * The folder with everything a local Tocsin keeps: {@code TOCSIN_HOME}, or {@code .tocsin} in the
 * repository.
 *
 * @param folder absolute
 * @param root the root of the repository
 */
public record Home(Path folder, Path root) {

  /** From the environment; the script {@code tocsin} sets {@code tocsin.root}. */
  public static Home fromEnvironment() {
    Path root = Path.of(System.getProperty("tocsin.root", "")).toAbsolutePath().normalize();
    String named = System.getenv().getOrDefault("TOCSIN_HOME", "");
    Path folder = named.isEmpty() ? root.resolve(".tocsin") : Path.of(named);
    return new Home(folder.toAbsolutePath().normalize(), root);
  }

  /** What runs: process ids with their start times, and addresses. */
  public Path stateFile() {
    return folder.resolve("run").resolve("state.json");
  }

  /** The log of a part. */
  public Path log(String part) {
    return folder.resolve("logs").resolve(part + ".log");
  }

  /** Where the local Keycloak keeps its data and secrets. */
  public Path keycloak() {
    return folder.resolve("keycloak");
  }
}
