package org.tocsin.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.Part;
import org.tocsin.launcher.run.RunEnd;
import org.tocsin.launcher.run.RunState;
import picocli.CommandLine.Command;

/** {@code tocsin down}: stops all that up has started, and leaves no process behind. */
@Command(
    name = "down",
    description = "Stops everything that up has started.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromEnvironment();
    Optional<RunState> noted = RunState.read(home);
    if (noted.isEmpty()) {
      System.out.println("Tocsin does not run in " + home.folder());
      return 0;
    }
    RunEnd.stop(noted.get().supervisor(), PATIENCE);
    for (Part part : noted.get().parts()) {
      // Parts end with their supervisor, even when it was killed; they get the time to do so.
      RunEnd.awaitOrKill(part.process(), PATIENCE);
    }
    RunEnd.forget(home);
    System.out.println("Tocsin is down.");
    return 0;
  }
}
