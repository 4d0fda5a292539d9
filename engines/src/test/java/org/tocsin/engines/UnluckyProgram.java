package org.tocsin.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends as many times as it is told to, as one does whose port is in use, and then stays. */
final class UnluckyProgram {
  private UnluckyProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path tries = Path.of(args[0]);
    long before = Files.exists(tries) ? Files.size(tries) : 0;
    Files.writeString(tries, "x".repeat((int) before + 1));
    if (before < Long.parseLong(args[1])) {
      System.out.println(args[2]);
      System.exit(1);
    }
    Thread.sleep(60_000);
  }
}
