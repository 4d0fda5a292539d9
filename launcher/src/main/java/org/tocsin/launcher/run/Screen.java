package org.tocsin.launcher.run;

import java.io.PrintStream;
import java.time.Duration;
import org.tocsin.engines.process.ProcessListener;

/** Lines about parts for the person at the screen. Safe for use by several threads. */
public final class Screen implements ProcessListener {

  private final PrintStream out;

  /**
   * @param out where the lines go
   */
  public Screen(PrintStream out) {
    this.out = out;
  }

  @Override
  public void says(String name, String text) {
    line("  %-14s %s".formatted(name, text));
  }

  @Override
  public void ready(String name, Duration took) {
    says(name, "ready in %.1f s".formatted(took.toMillis() / 1000.0));
  }

  /** Any line. */
  public void line(String text) {
    synchronized (out) {
      out.println(text);
      out.flush();
    }
  }
}
