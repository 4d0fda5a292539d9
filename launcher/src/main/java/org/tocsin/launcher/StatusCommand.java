package org.tocsin.launcher;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.Part;
import org.tocsin.launcher.run.PartCheck;
import org.tocsin.launcher.run.RunState;
import picocli.CommandLine.Command;

/** {@code tocsin status}: each part with its address; exit code 0 when all of them answer. */
@Command(
    name = "status",
    description = "Shows each part, whether it answers, and where.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  private static final int ALL_PARTS = 4;

  @Override
  public Integer call() {
    Home home = Home.fromEnvironment();
    Optional<RunState> running = RunState.running(home);
    if (running.isEmpty()) {
      System.out.println("Tocsin does not run in " + home.folder());
      return 1;
    }
    List<Part> parts = running.get().parts();
    long up = parts.stream().filter(StatusCommand::show).count();
    if (!running.get().ready()) {
      System.out.println("still starting");
    }
    return up == ALL_PARTS && running.get().ready() ? 0 : 1;
  }

  private static boolean show(Part part) {
    String state = PartCheck.ask(part);
    System.out.printf(
        "%-14s %-14s %-24s process %d%n", part.name(), state, part.address(), part.process().pid());
    return state.equals("up");
  }
}
