package org.tocsin.engines.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.engines.Engine;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.Engines;
import org.tocsin.engines.identity.LocalKeycloak;
import org.tocsin.engines.identity.LocalTokens;
import org.tocsin.engines.port.PortPolicy;

/** The engines of this test JVM: one set of processes, and containers where Docker answers. */
final class SharedEngines implements TestEngines {

  private static final Path HOMES = Path.of("target", "engines");
  private static final SharedEngines ONLY = new SharedEngines();

  private @Nullable Engines processes;
  private @Nullable Containers containers;
  private boolean breakable;
  private boolean realmPrepared;
  private Path home = HOMES;

  private SharedEngines() {}

  static TestEngines ensure(Set<EngineKind> kinds, boolean breakable) throws InterruptedException {
    ONLY.start(kinds, breakable);
    return ONLY;
  }

  private synchronized void start(Set<EngineKind> kinds, boolean mayBreak)
      throws InterruptedException {
    breakable = mayBreak;
    Set<EngineKind> local = EnumSet.copyOf(kinds);
    if (!mayBreak && containers().start(kinds)) {
      local.removeAll(Containers.KINDS);
    }
    if (local.isEmpty()) {
      return;
    }
    if (processes == null) {
      home = freshHome();
      processes = Engines.start(home, local, PortPolicy.ANY, SharedEngines::say);
    } else {
      processes.ensure(local);
    }
    if (local.contains(EngineKind.KEYCLOAK) && !realmPrepared) {
      allowConsoleAt("http://127.0.0.1:8080");
      realmPrepared = true;
    }
  }

  @Override
  public String kafkaBootstrap() {
    return address(EngineKind.KAFKA);
  }

  @Override
  public String elasticsearchUrl() {
    return address(EngineKind.ELASTICSEARCH);
  }

  @Override
  public String keycloakUrl() {
    return address(EngineKind.KEYCLOAK);
  }

  @Override
  public String token(String name) {
    return new LocalTokens(keycloakUrl()).of(name);
  }

  @Override
  public String consoleSecret() {
    return keycloak().consoleSecret();
  }

  @Override
  public void allowConsoleAt(String consoleUrl) {
    keycloak().prepare(keycloakUrl(), List.of(consoleUrl));
  }

  private LocalKeycloak keycloak() {
    return new LocalKeycloak(home.resolve(EngineKind.KEYCLOAK.label()));
  }

  @Override
  public Engine engine(EngineKind kind) {
    Engines known = processes;
    if (known == null) {
      throw new IllegalStateException(kind.label() + " is no process; see @UseEngines(breakable)");
    }
    return known.get(kind);
  }

  private synchronized String address(EngineKind kind) {
    String container = breakable ? "" : containers().address(kind);
    return container.isEmpty() ? engine(kind).address() : container;
  }

  private Containers containers() {
    Containers known = containers;
    if (known == null) {
      known = Containers.whereDockerAnswers(SharedEngines::say);
      containers = known;
    }
    return known;
  }

  private static void say(String name, String text) {
    System.out.println("[engines] " + name + ": " + text);
  }

  /** A folder of this JVM's own; what earlier test runs left is deleted. */
  private static Path freshHome() {
    try {
      Files.createDirectories(HOMES);
      try (Stream<Path> homes = Files.list(HOMES)) {
        for (Path home : homes.filter(SharedEngines::isAbandoned).toList()) {
          delete(home);
        }
      }
      return HOMES.resolve(Long.toString(ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + HOMES, e);
    }
  }

  private static boolean isAbandoned(Path home) {
    String name = home.getFileName().toString();
    long self = ProcessHandle.current().pid();
    return name.matches("\\d+")
        && (name.equals(Long.toString(self))
            || ProcessHandle.of(Long.parseLong(name)).filter(ProcessHandle::isAlive).isEmpty());
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
