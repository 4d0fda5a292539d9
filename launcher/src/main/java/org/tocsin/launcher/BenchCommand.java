package org.tocsin.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.launcher.run.Addresses;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.LauncherException;
import org.tocsin.launcher.run.LocalTocsin;
import org.tocsin.launcher.run.Part;
import org.tocsin.launcher.run.PlatformJob;
import org.tocsin.launcher.run.RunState;
import org.tocsin.launcher.run.RunningTocsin;
import org.tocsin.launcher.run.Screen;
import org.tocsin.launcher.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code tocsin bench}: the performance budget, measured on the Tocsin that runs, or on a new one.
 */
@Command(
    name = "bench",
    description = "Measures the performance budget here and now; one JSON line per figure.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "WHAT",
      description = "ingest, taxii, directory, formats or all (default: all)")
  private List<String> what = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromEnvironment();
    Path jar = home.root().resolve("bench").resolve("target").resolve("tocsin-bench.jar");
    if (!Files.exists(jar)) {
      throw new LauncherException("the load generator is not built: " + jar);
    }
    if (RunState.running(home).isPresent()) {
      return measure(home, jar);
    }
    // Standard output is for the figures alone.
    Screen screen = new Screen(System.err);
    try (LocalTocsin tocsin = new LocalTocsin(home, Settings.from(System.getenv()), screen)) {
      tocsin.start();
      return measure(home, jar);
    }
  }

  private int measure(Home home, Path jar) throws Exception {
    RunState state = RunningTocsin.require(home);
    return PlatformJob.run(
        home,
        jar,
        Addresses.of(state),
        state.address(Part.PLATFORM),
        what.isEmpty() ? List.of("all") : what);
  }
}
