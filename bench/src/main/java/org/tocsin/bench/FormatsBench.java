package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How many records of each format are read in a second, by one thread, from the samples its tests
 * read. Small samples make it a lower bound: what is done once for each submission counts too.
 * Needs no node.
 */
final class FormatsBench {
  private static final List<String> SAMPLES =
      List.of(
          "shadowserver-csv shadowserver/2026-11-20-scan_http-example-geo.csv",
          "shadowserver-json shadowserver-json/report_type_scan_http.json",
          "stix-2.1 stix/envelope.json",
          "stix-2.0 stix20/campaign.json",
          "idea idea/scan.json",
          "n6 n6/events.json",
          "intelmq intelmq/events.ndjson",
          "xarf xarf/login-3.json",
          "iodef iodef/version-2.xml",
          "iodef-json iodef/incidents.json",
          "misp misp/campaign.json",
          "csaf-2.0 csaf/example-2026-001.json",
          "kev kev/catalog.json",
          "cap cap/outage.xml",
          "mail mail/arf-abuse.eml",
          "urlhaus-csv table/urlhaus-csv.csv");

  void run() {
    try {
      Collection<RunResult> results =
          new Runner(
                  new OptionsBuilder()
                      .include(FormatRun.class.getName() + ".read")
                      .param("sample", SAMPLES.toArray(String[]::new))
                      .mode(Mode.Throughput)
                      .timeUnit(TimeUnit.SECONDS)
                      .forks(0) // the program is one jar, in which a fork would not find itself
                      .warmupIterations(3)
                      .warmupTime(TimeValue.seconds(1))
                      .measurementIterations(3)
                      .measurementTime(TimeValue.seconds(1))
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .run();
      for (RunResult result : results) {
        print(result.getParams().getParam("sample"), result.getPrimaryResult().getScore());
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("the benchmark did not run", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a sample cannot be read", e);
    }
  }

  private static void print(String sample, double readings) throws IOException {
    FormatRun run = new FormatRun();
    run.sample = sample;
    run.open();
    new Figure("formats", sample.substring(0, sample.indexOf(' ')))
        .with("records", run.records())
        .with("records_per_second", (double) Math.round(readings * run.records()))
        .with("megabytes_per_second", readings * run.size() / 1e6)
        .print();
  }
}
