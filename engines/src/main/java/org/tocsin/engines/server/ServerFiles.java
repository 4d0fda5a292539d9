package org.tocsin.engines.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.engines.process.ProcessFailedException;

/**
 * Where the build put the servers: {@code engines/<name>-server/target} below the root of the
 * repository, which is the nearest folder upwards that holds {@code engines/kafka-server}, or the
 * one named by the system property {@code tocsin.root}.
 *
 * @param root the root of the repository
 */
public record ServerFiles(Path root) {

  /**
   * Finds the root from the current folder.
   *
   * @throws ProcessFailedException when the current folder is not inside the repository
   */
  public static ServerFiles find() {
    String named = System.getProperty("tocsin.root", "");
    if (!named.isEmpty()) {
      return new ServerFiles(Path.of(named).toAbsolutePath());
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(
          folder.resolve("engines").resolve("kafka-server").resolve("pom.xml"))) {
        return new ServerFiles(folder);
      }
    }
    throw new ProcessFailedException("not inside the Tocsin repository: " + here);
  }

  /**
   * What the build made for one server.
   *
   * @param server such as {@code kafka}
   * @param path below {@code target/}
   * @throws ProcessFailedException when it was not built
   */
  public Path built(String server, String path) {
    Path file = root.resolve("engines").resolve(server + "-server").resolve("target").resolve(path);
    if (!Files.exists(file)) {
      throw new ProcessFailedException(
          "%s is not there; build it with: mvn -pl engines -am package -DskipTests"
              .formatted(file));
    }
    return file;
  }

  /**
   * The class path of a server: its own main first, then its jars.
   *
   * @param server such as {@code kafka}
   */
  public String classPath(String server) {
    return built(server, "classes") + ":" + built(server, "lib") + "/*";
  }
}
