package org.tocsin.launcher.submit;

/** One line that is written over, on a terminal only. */
final class Progress {

  private static final long REDRAW_NANOS = 200_000_000;
  private final boolean terminal = isTerminal();
  private final String name;
  private long shown;
  private boolean drawn;

  Progress(String name) {
    this.name = name;
  }

  void show(long done, long all, String unit) {
    long now = System.nanoTime();
    if (!terminal || (drawn && now - shown < REDRAW_NANOS)) {
      return;
    }
    shown = now;
    drawn = true;
    long percent = all == 0 ? 0 : 100 * done / all;
    System.err.print("\r%s  %d %% of %d %s\u001b[K".formatted(name, percent, all, unit));
  }

  void clear() {
    if (drawn) {
      System.err.print("\r\u001b[K");
    }
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null where standard input is redirected
  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }
}
