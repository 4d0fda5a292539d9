package org.tocsin.bench;

import java.util.Map;

/**
 * Entry point: {@code bench} with {@code ingest}, {@code taxii}, {@code directory}, {@code
 * formats}, {@code subscriptions} or {@code all}, against the node named in the environment.
 */
public final class Bench {
  private Bench() {}

  /**
   * Measures and prints.
   *
   * @param arguments what to measure: {@code ingest}, {@code taxii}, {@code directory}, {@code
   *     formats}, {@code subscriptions} or {@code all}; {@code all} when none is given
   */
  public static void main(String[] arguments) throws Exception {
    String what = arguments.length == 0 ? "all" : arguments[0];
    Map<String, Runnable> benches =
        Map.of(
            "ingest", () -> new IngestBench(Target.ofEnvironment()).run(),
            "taxii", () -> new TaxiiBench(Target.ofEnvironment()).run(),
            "directory", () -> new DirectoryBench().run(),
            "formats", () -> new FormatsBench().run(),
            "subscriptions", () -> new SubscriptionsBench().run());
    if (what.equals("all")) {
      benches.values().forEach(Runnable::run);
    } else if (benches.containsKey(what)) {
      benches.get(what).run();
    } else {
      System.err.println("no bench of that name; there are: " + benches.keySet());
      System.exit(2);
    }
  }
}
