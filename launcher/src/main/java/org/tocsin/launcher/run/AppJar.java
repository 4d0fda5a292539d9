package org.tocsin.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The platform as the build made it: one executable jar. */
public final class AppJar {

  private AppJar() {}

  /**
   * The built jar: {@code app/target/tocsin-app-*.jar}, or the one that the system property {@code
   * tocsin.app} names.
   *
   * @throws LauncherException when it was not built
   */
  public static Path built(Home home) {
    String named = System.getProperty("tocsin.app", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    Path target = home.root().resolve("app").resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches("tocsin-app-[0-9].*\\.jar"))
          .filter(
              file -> !file.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar"))
          .min(Comparator.comparing(Path::getFileName))
          .orElseThrow(
              () -> new LauncherException("the platform is not built: no jar in " + target));
    } catch (IOException e) {
      throw new LauncherException("the platform is not built: cannot read " + target, e);
    }
  }

  /** A copy to run from, so that a build does not pull the jar away under a running platform. */
  public static Path copyFor(Home home, String use) {
    try {
      Path folder = Files.createDirectories(home.folder().resolve("run"));
      return Files.copy(
          built(home),
          folder.resolve("tocsin-" + use + ".jar"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LauncherException("cannot copy the platform to " + home.folder(), e);
    }
  }
}
