package org.tocsin.launcher;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.Engines;
import org.tocsin.engines.port.PortPolicy;
import org.tocsin.launcher.run.Addresses;
import org.tocsin.launcher.run.AppJar;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.PlatformJob;
import org.tocsin.launcher.run.RunState;
import org.tocsin.launcher.run.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tocsin rebuild}: the views again from Kafka, with or without a running platform. */
@Command(
    name = "rebuild",
    description = "Drops the views and rebuilds them from Kafka.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "INDEX",
      description = "such as observations; all are made of the same logs, so all are rebuilt")
  private @Nullable String index;

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromEnvironment();
    Optional<RunState> running = RunState.running(home);
    if (running.isPresent()) {
      return run(home, Addresses.of(running.get()));
    }
    Screen screen = new Screen(System.out);
    try (Engines engines =
        Engines.start(
            home.folder(),
            EnumSet.of(EngineKind.KAFKA, EngineKind.ELASTICSEARCH),
            PortPolicy.USUAL,
            screen)) {
      return run(
          home,
          new Addresses(
              engines.get(EngineKind.KAFKA).address(),
              engines.get(EngineKind.ELASTICSEARCH).address(),
              ""));
    }
  }

  private int run(Home home, Addresses addresses) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--tocsin.roles=rebuild"));
    if (index != null) {
      arguments.add(index);
    }
    return PlatformJob.run(home, AppJar.copyFor(home, "rebuild"), addresses, "", arguments);
  }
}
