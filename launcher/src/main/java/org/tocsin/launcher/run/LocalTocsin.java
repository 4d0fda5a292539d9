package org.tocsin.launcher.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.engines.Engine;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.Engines;
import org.tocsin.engines.identity.LocalKeycloak;
import org.tocsin.engines.identity.LocalMachine;
import org.tocsin.engines.identity.LocalPerson;
import org.tocsin.engines.identity.LocalTokens;
import org.tocsin.engines.port.PortPolicy;
import org.tocsin.engines.process.ProcessListener;
import org.tocsin.engines.process.SupervisedProcess;

/** All of Tocsin on this machine, supervised by this process until it is told to stop. */
public final class LocalTocsin implements ProcessListener, AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Home home;
  private final Settings settings;
  private final Screen screen;
  private @Nullable Engines engines;
  private @Nullable SupervisedProcess platform;
  private boolean ready;
  private boolean noting;

  /**
   * Describes it; nothing runs yet.
   *
   * @param home where it keeps everything
   * @param settings what the person has set
   * @param screen where progress goes
   */
  public LocalTocsin(Home home, Settings settings, Screen screen) {
    this.home = home;
    this.settings = settings;
    this.screen = screen;
  }

  /**
   * Starts the engines side by side, then the platform; returns when all of it answers.
   *
   * @throws LauncherException when the console's port is taken or the platform is not built
   * @throws org.tocsin.engines.process.ProcessFailedException when a part does not come up
   */
  public void start() throws InterruptedException {
    requireNotRunning();
    settings.requireFreePort();
    AppJar.built(home);
    synchronized (this) {
      noting = true;
    }
    note();
    long begun = System.nanoTime();
    Engines started = Engines.start(home.folder(), Set.of(), PortPolicy.USUAL, this);
    synchronized (this) {
      engines = started;
    }
    started.begin(EnumSet.allOf(EngineKind.class));
    note();
    startAround(started);
    synchronized (this) {
      ready = true;
    }
    note();
    greet(Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Stops the platform, then the engines; returns when their processes are gone. */
  @Override
  public void close() {
    Engines running;
    synchronized (this) {
      running = engines;
    }
    if (running != null) {
      running.close();
    }
    forget();
  }

  /** Deletes the notes about what runs, and makes no more of them. */
  public synchronized void forget() {
    try {
      if (noting) {
        RunState.delete(home);
      }
    } catch (IOException e) {
      screen.line("cannot delete " + home.stateFile());
    }
    noting = false;
  }

  @Override
  public void says(String name, String text) {
    screen.says(name, text);
  }

  @Override
  public void ready(String name, Duration took) {
    screen.ready(name, took);
    note();
  }

  private void requireNotRunning() {
    RunState.running(home)
        .ifPresent(other -> {
          throw new LauncherException(
              "Tocsin already runs in %s (process %d): ./tocsin status"
                  .formatted(home.folder(), other.supervisor().pid()));
        });
  }

  /** Keycloak takes longest; the platform begins without it, and is not ready without it. */
  private void startAround(Engines started) throws InterruptedException {
    Addresses addresses =
        new Addresses(
            started.get(EngineKind.KAFKA).address(),
            started.get(EngineKind.ELASTICSEARCH).address(),
            started.get(EngineKind.KEYCLOAK).address());
    LocalKeycloak keycloak = new LocalKeycloak(home.keycloak());
    SupervisedProcess described =
        Platform.describe(
            home, settings, addresses.environment(home, keycloak.consoleSecret()), this);
    started.stopFirst(described);
    started.awaitReady(EnumSet.of(EngineKind.KAFKA, EngineKind.ELASTICSEARCH));
    described.start();
    synchronized (this) {
      platform = described;
    }
    started.awaitReady(EnumSet.of(EngineKind.KEYCLOAK));
    keycloak.prepare(
        addresses.keycloak(), List.of(settings.consoleUrl(), settings.consoleUrlByName()));
    ready(Part.PLATFORM, described.awaitReady(LONGEST_START));
    String admin = new LocalTokens(addresses.keycloak()).of("admin");
    new LocalDirectory(settings.consoleUrl(), admin).fill();
  }

  /** Notes what runs now, for the other commands. */
  private synchronized void note() {
    if (!noting) {
      return;
    }
    List<Part> parts = new ArrayList<>();
    if (engines != null) {
      for (Engine engine : engines.all()) {
        parts.add(
            new Part(
                engine.kind().label(),
                ProcessMark.of(engine.pid().orElse(0)),
                engine.address(),
                engine.logFile().toString()));
      }
    }
    if (platform != null) {
      parts.add(
          new Part(
              Part.PLATFORM,
              ProcessMark.of(platform.pid().orElse(0)),
              settings.consoleUrl(),
              platform.logFile().toString()));
    }
    try {
      new RunState(ready, ProcessMark.of(ProcessHandle.current().pid()), parts).write(home);
    } catch (IOException e) {
      screen.line("cannot write " + home.stateFile());
    }
  }

  private void greet(Duration took) {
    screen.line("");
    screen.line("Tocsin is ready after %.0f s.".formatted(took.toMillis() / 1000.0));
    screen.line("Console   " + settings.consoleUrl());
    screen.line(
        "People    "
            + LocalPerson.ALL.stream().map(LocalPerson::name).collect(Collectors.joining(", "))
            + "  (password = name)");
    screen.line(
        "Machines  "
            + LocalMachine.ALL.stream().map(LocalMachine::name).collect(Collectors.joining(", "))
            + "  (secret = name)");
    screen.line("These identities exist only here, on 127.0.0.1. A token: ./tocsin token analyst");
  }
}
