package org.tocsin.launcher.run;

/** What commands that need a running Tocsin ask first. */
public final class RunningTocsin {

  private RunningTocsin() {}

  /**
   * The notes of the Tocsin that runs in a home folder.
   *
   * @throws LauncherException when none does
   */
  public static RunState require(Home home) {
    return RunState.running(home)
        .orElseThrow(() ->
            new LauncherException(
                "Tocsin does not run in %s; start it: ./tocsin up".formatted(home.folder())));
  }
}
