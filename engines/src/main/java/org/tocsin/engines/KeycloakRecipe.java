package org.tocsin.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tocsin.engines.identity.BootstrapAdmin;
import org.tocsin.engines.identity.LocalKeycloak;
import org.tocsin.engines.port.LoopbackPort;
import org.tocsin.engines.port.PortBook;
import org.tocsin.engines.process.ChildSpec;
import org.tocsin.engines.process.JavaCommand;
import org.tocsin.engines.process.ProcessListener;
import org.tocsin.engines.process.Readiness;
import org.tocsin.engines.server.KeycloakDistribution;
import org.tocsin.engines.server.ServerFiles;

/** Keycloak with its own small database in a file, and the realm of the repository. */
final class KeycloakRecipe implements ProcessEngine.Recipe {

  private static final int USUAL_PORT = 8180;
  private static final int USUAL_MANAGEMENT_PORT = 8190;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Path home;
  private final ServerFiles files;
  private final PortBook ports;
  private final Path log;
  private final ProcessListener listener;
  private int port;
  private int managementPort;

  KeycloakRecipe(Path home, ServerFiles files, PortBook ports, Path log, ProcessListener listener) {
    this.home = home;
    this.files = files;
    this.ports = ports;
    this.log = log;
    this.listener = listener;
  }

  @Override
  public EngineKind kind() {
    return EngineKind.KEYCLOAK;
  }

  @Override
  public ChildSpec layOut() throws IOException, InterruptedException {
    KeycloakDistribution.layOut(files, home, text -> listener.says("keycloak", text));
    Files.copy(
        files.root().resolve("docker").resolve("keycloak").resolve("tocsin-realm.json"),
        home.resolve("data").resolve("import").resolve("tocsin-realm.json"),
        StandardCopyOption.REPLACE_EXISTING);
    LocalKeycloak secrets = new LocalKeycloak(home);
    BootstrapAdmin admin = secrets.admin();
    port = ports.choose("http", USUAL_PORT);
    managementPort = ports.choose("management", USUAL_MANAGEMENT_PORT);
    JavaCommand command =
        new JavaCommand(
            KeycloakDistribution.jvmOptions(home),
            home.resolve("lib").resolve("quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            List.of(
                "start",
                "--optimized",
                "--import-realm",
                // Without this it also opens a cluster port on every address of the machine.
                "--cache=local",
                "--http-enabled=true",
                "--hostname-strict=false",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort));
    return new ChildSpec(
        "keycloak",
        command,
        Map.of(
            "KC_BOOTSTRAP_ADMIN_USERNAME", admin.user(),
            "KC_BOOTSTRAP_ADMIN_PASSWORD", admin.password(),
            "TOCSIN_IDENTITY_CONSOLE_SECRET", secrets.consoleSecret()),
        home,
        log);
  }

  /** Ready when bootstrapped and the realm is there; that it is ours, its administrator proves. */
  @Override
  public Readiness readiness() {
    URI health = URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort));
    URI realm = URI.create(address() + "/realms/tocsin");
    return () -> !LoopbackPort.isFree(port) && answers(health) && answers(realm);
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  private boolean answers(URI address) throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(4)).build();
    return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
  }
}
