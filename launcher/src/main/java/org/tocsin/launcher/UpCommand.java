package org.tocsin.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tocsin.engines.identity.LocalTokens;
import org.tocsin.launcher.demo.DemoDay;
import org.tocsin.launcher.run.Background;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.LocalTocsin;
import org.tocsin.launcher.run.Part;
import org.tocsin.launcher.run.RunningTocsin;
import org.tocsin.launcher.run.Screen;
import org.tocsin.launcher.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tocsin up}: everything on this machine, until Ctrl-C or, with {@code -d}, until down. */
@Command(
    name = "up",
    description = "Starts Kafka, Elasticsearch, Keycloak and the platform on 127.0.0.1.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Option(
      names = {"-d", "--detach"},
      description = "in the background; returns when everything answers")
  private boolean detach;

  @Option(names = "--demo", description = "also plays in a day: feeds, an outbreak, a warning")
  private boolean demo;

  @Override
  public Integer call() throws Exception {
    Home home = Home.fromEnvironment();
    Settings settings = Settings.from(System.getenv());
    Screen screen = new Screen(System.out);
    if (!detach) {
      return stay(home, settings, screen, demo);
    }
    int code = Background.start(home, settings, screen);
    if (code == 0 && demo) {
      play(home, settings, screen);
    }
    return code;
  }

  private static int stay(Home home, Settings settings, Screen screen, boolean demo)
      throws Exception {
    AtomicBoolean stopping = new AtomicBoolean();
    LocalTocsin tocsin = new LocalTocsin(home, settings, screen);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              stopping.set(true);
              tocsin.forget();
            }));
    screen.line("Starting Tocsin; data and logs in " + home.folder());
    try {
      tocsin.start();
      if (demo) {
        play(home, settings, screen);
      }
    } catch (Exception e) {
      tocsin.close();
      if (stopping.get()) {
        return 1;
      }
      throw e;
    }
    screen.line("Ctrl-C stops it.");
    new CountDownLatch(1).await();
    return 0;
  }

  private static void play(Home home, Settings settings, Screen screen)
      throws InterruptedException {
    LocalTokens tokens = new LocalTokens(RunningTocsin.require(home).address(Part.KEYCLOAK));
    new DemoDay(settings.consoleUrl(), tokens::of, screen).play();
  }
}
