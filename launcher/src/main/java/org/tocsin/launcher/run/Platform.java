package org.tocsin.launcher.run;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.engines.process.ChildSpec;
import org.tocsin.engines.process.JavaCommand;
import org.tocsin.engines.process.ProcessListener;
import org.tocsin.engines.process.Readiness;
import org.tocsin.engines.process.SupervisedProcess;

/** The platform as a supervised child of the launcher. */
final class Platform {

  static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private Platform() {}

  private static List<String> options(String heap) {
    return JVM_OPTIONS.stream()
        .map(option -> option.startsWith("-Xmx") ? "-Xmx" + heap : option)
        .toList();
  }

  /** Describes it; nothing runs yet. */
  static SupervisedProcess describe(
      Home home, Settings settings, Map<String, String> environment, ProcessListener listener) {
    Path jar = AppJar.copyFor(home, "platform");
    Map<String, String> all = new TreeMap<>(environment);
    all.put("SERVER_PORT", Integer.toString(settings.port()));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    all.put("SPRING_PROFILES_ACTIVE", "local");
    all.put("TOCSIN_JOURNAL_SEAL_KEY", home.folder().resolve("journal/seal.key").toString());
    all.put("TOCSIN_NODE_SECRET", home.folder().resolve("node.secret").toString());
    // An argument outranks every other source of settings: the demo identities stay on loopback.
    JavaCommand command =
        new JavaCommand(
            options(settings.heap()),
            jar.toString(),
            "-jar",
            List.of("--server.address=127.0.0.1"));
    ChildSpec spec =
        new ChildSpec(
            Part.PLATFORM, command, all, home.folder().resolve("run"), home.log(Part.PLATFORM));
    return new SupervisedProcess(spec, readiness(settings.consoleUrl()), listener);
  }

  /** Ready when the platform itself says so. */
  static Readiness readiness(String url) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    return () -> http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
  }
}
