package org.tocsin.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ObservationQuery.Order;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures the store against an Elasticsearch that runs already: how fast facts are written, new
 * and again, and what pages cost. Arguments: its URL, the number of facts (default 200,000), facts
 * in one call (default 5,000), threads (default 1).
 */
public final class StoreBench {
  private static final String[] WORDS =
      "nginx apache router camera login default banner telnet openssl device".split(" ");

  private StoreBench() {}

  /** Runs all measurements and prints one line for each. */
  public static void main(String[] arguments) throws Exception {
    int facts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
    int batch = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5_000;
    int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
    try (TestStore test = TestStore.at(arguments[0])) {
      test.store().keepUp();
      int part = Math.max(10_000, facts / 4);
      write(test, "warm-up", "warm-up", 0, 20_000, batch, threads);
      for (int done = 0; done < facts; done += part) {
        write(test, "new" + done, "new" + done, done, part, batch, threads);
        pages(test, done + part);
      }
      write(test, "new0", "again", facts, part, batch, threads);
    }
  }

  private static void write(
      TestStore test, String run, String receipt, int base, int facts, int batch, int threads)
      throws InterruptedException, ExecutionException {
    List<List<PlacedFact>> batches =
        IntStream.range(0, facts / batch)
            .mapToObj(number -> batch(run, receipt, base, number, batch))
            .toList();
    long theirs = theirMillis(test);
    long ours = ourMillis();
    Instant start = Instant.now();
    try (ExecutorService writers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (List<PlacedFact> each : batches) {
        all.add(
            writers.submit(() -> {
              List<WriteResult> results = test.store().facts().write(each);
              test.store().facts().makeVisible();
              return results;
            }));
      }
      int[] counts = new int[WriteResult.values().length];
      for (Future<?> each : all) {
        ((List<?>) each.get()).forEach(result -> counts[((WriteResult) result).ordinal()]++);
      }
      Duration took = Duration.between(start, Instant.now());
      System.out.printf(
          "%-10s %,9.0f facts/s; CPU for each: %,4.0f us here, %,4.0f us Elasticsearch  %s%n",
          receipt,
          facts * 1e9 / took.toNanos(),
          (ourMillis() - ours) * 1e3 / facts,
          (theirMillis(test) - theirs) * 1e3 / facts,
          Arrays.toString(counts));
    }
  }

  /** CPU time says more than the clock on a busy machine. */
  private static long ourMillis() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1_000_000;
  }

  private static long theirMillis(TestStore test) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String stats = test.settings().url() + "/_nodes/stats/process";
      String answer =
          http.send(
                  HttpRequest.newBuilder(URI.create(stats)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return StixJson.MAPPER
          .readTree(answer)
          .path("nodes")
          .iterator()
          .next()
          .path("process")
          .path("cpu")
          .path("total_in_millis")
          .asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<PlacedFact> batch(
      String run, String receipt, int base, int number, int size) {
    List<PlacedFact> facts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int serial = number * size + i;
      facts.add(
          Samples.placed(
              observation(run + serial, serial),
              Samples.slot(receipt, number, i),
              (base + serial) * 20L));
    }
    return facts;
  }

  private static Observation observation(String content, int serial) {
    Random random = new Random(serial);
    String address = "198.51." + random.nextInt(256) + "." + random.nextInt(256);
    String name = "host" + random.nextInt(1_000_000) + ".net" + random.nextInt(5_000) + ".example";
    List<StixObject> scos =
        List.of(
            Samples.object("ipv4-addr").put("value", address).build(),
            Samples.object("domain-name").put("value", name).build(),
            Samples.object("autonomous-system")
                .json("number", Integer.toString(64_512 + random.nextInt(1_000)))
                .build());
    Observation observation =
        Samples.observation(content, Tlp.AMBER, Samples.NOW.minusSeconds(serial % 5_000), scos);
    ObjectNode fields =
        observation
            .objects()
            .getFirst()
            .json()
            .withObject("/extensions/" + TocsinExtension.ID + "/fields");
    for (int i = 0; i < 12; i++) {
      fields.put("field_" + i, WORDS[random.nextInt(10)] + " " + random.nextInt(100_000));
    }
    return observation;
  }

  private static void pages(TestStore test, int stored) {
    page(test, stored, "first added", TestStore.query(Order.ADDED, null, 100));
    Page<StoredObservation> far =
        test.store()
            .observations()
            .search(TestStore.query(Order.ADDED, null, 1_000), TestStore.ALL, TestStore.LATER);
    page(test, stored, "next added", TestStore.query(Order.ADDED, far.cursor(), 100));
    page(test, stored, "newest", TestStore.query(Order.NEWEST, null, 100));
    page(
        test,
        stored,
        "newest in domain",
        new ObservationQuery(
            null,
            null,
            null,
            null,
            "net77.example",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Order.NEWEST,
            null,
            100));
    page(
        test,
        stored,
        "newest with words",
        new ObservationQuery(
            "router \"camera 4\"",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Order.NEWEST,
            null,
            100));
  }

  private static void page(TestStore test, int stored, String name, ObservationQuery query) {
    long[] micros = new long[40];
    int items = 0;
    for (int i = 0; i < micros.length; i++) {
      long start = System.nanoTime();
      items =
          test.store()
              .observations()
              .search(query, TestStore.ALL, Samples.NOW.plus(Duration.ofDays(200)))
              .items()
              .size();
      micros[i] = (System.nanoTime() - start) / 1_000;
    }
    Arrays.sort(micros);
    System.out.printf(
        "%,9d stored  %-18s median %6.1f ms  95%% %6.1f ms  %d items%n",
        stored, name, micros[20] / 1e3, micros[38] / 1e3, items);
  }
}
