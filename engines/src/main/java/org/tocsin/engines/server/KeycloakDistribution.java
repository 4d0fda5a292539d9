package org.tocsin.engines.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.engines.guard.GuardJar;
import org.tocsin.engines.process.JavaCommand;
import org.tocsin.engines.process.ProcessFailedException;

/**
 * Keycloak's distribution, unpacked and put together once per build tree ({@code kc.sh build} takes
 * about 20 s), and shared from there by every home folder.
 */
public final class KeycloakDistribution {

  private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");

  private KeycloakDistribution() {}

  /**
   * Makes a home folder for one Keycloak: links to the shared distribution, and a {@code data}
   * folder of its own. Waits while another process puts the distribution together.
   *
   * @param files where the build put the archive
   * @param home the folder to make
   * @param progress is told in one line when this takes longer
   * @throws ProcessFailedException when Keycloak's own build fails
   */
  public static void layOut(ServerFiles files, Path home, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path distribution = assembled(files, progress);
    Files.createDirectories(home.resolve("data").resolve("import"));
    for (String folder : SHARED) {
      Path link = home.resolve(folder);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, distribution.resolve(folder));
    }
  }

  /** The options of {@code kc.sh} that any Keycloak JVM needs, for a home folder. */
  public static List<String> jvmOptions(Path home) {
    return List.of(
        "-Xms64m",
        "-Xmx384m",
        "-XX:+UseSerialGC",
        "-XX:MaxMetaspaceSize=256m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "-Duser.country=US",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dpicocli.disable.closures=true",
        "-Dkc.home.dir=" + home,
        "-Djboss.server.config.dir=" + home.resolve("conf"));
  }

  private static Path assembled(ServerFiles files, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path target = files.built("keycloak", ".").normalize();
    Path archive = archive(target);
    String name = archive.getFileName().toString().replace("-quarkus-dist", "").replace(".zip", "");
    Path distribution = target.resolve(name);
    Path done = target.resolve(name + ".assembled");
    try (FileChannel channel =
            FileChannel.open(
                target.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && Files.notExists(done)) {
        progress.accept("putting Keycloak together (once, about half a minute)");
        unpack(archive, target);
        assemble(distribution);
        Files.createFile(done);
      }
    }
    return distribution;
  }

  private static Path archive(Path target) throws IOException {
    try (Stream<Path> entries = Files.list(target)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(".zip"))
          .findFirst()
          .orElseThrow(() -> new ProcessFailedException("no Keycloak archive in " + target));
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (@Nullable ZipEntry entry = zip.getNextEntry();
          entry != null;
          entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.write(file, zip.readAllBytes());
        }
      }
    }
  }

  private static void assemble(Path distribution) throws IOException, InterruptedException {
    Path log = distribution.resolveSibling("assemble.log");
    JavaCommand command =
        new JavaCommand(
            jvmOptions(distribution),
            distribution.resolve("lib").resolve("quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            List.of("build", "--db=dev-file", "--health-enabled=true"));
    List<String> words = command.words(GuardJar.writeTo(distribution.resolveSibling("guard")));
    Process build =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (build.waitFor() != 0) {
        throw new ProcessFailedException("Keycloak could not be put together; see " + log);
      }
    } finally {
      build.destroyForcibly();
    }
  }
}
