package org.tocsin.launcher.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tocsin.engines.guard.GuardJar;
import org.tocsin.engines.identity.LocalKeycloak;
import org.tocsin.engines.process.JavaCommand;

/** Runs a jar once against the local engines, with its output on this screen. */
public final class PlatformJob {

  private PlatformJob() {}

  /**
   * Runs it to its end.
   *
   * @param home where everything is kept
   * @param jar the program
   * @param addresses where the engines answer
   * @param console where the console answers; empty when it does not run
   * @param arguments its arguments
   * @return its exit code
   */
  public static int run(
      Home home, Path jar, Addresses addresses, String console, List<String> arguments)
      throws IOException, InterruptedException {
    JavaCommand command = new JavaCommand(Platform.JVM_OPTIONS, jar.toString(), "-jar", arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command.words(GuardJar.writeTo(home.folder().resolve("run"))))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(addresses.environment(home, new LocalKeycloak(home.keycloak()).consoleSecret()));
    builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
    builder.environment().put("SERVER_PORT", "0");
    if (!console.isEmpty()) {
      builder.environment().put("TOCSIN_URL", console);
    }
    Process job = builder.start();
    try {
      return job.waitFor();
    } finally {
      job.destroyForcibly();
    }
  }
}
