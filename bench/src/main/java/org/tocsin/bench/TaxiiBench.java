package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * What a page of 1,000 objects of the TAXII collection {@code observations} costs in a small and in
 * a large collection, at its beginning, its middle and its end, and how many objects a second are
 * served to several clients at once. Pages are followed by {@code next}, as clients do; one answer
 * is timed from the request to its last byte. A round beforehand warms up.
 *
 * <p>The sizes are counted in observations, each of which is shown with the SCOs it refers to. What
 * is there already counts. {@code TOCSIN_BENCH_LARGE} sets the large one.
 */
final class TaxiiBench {
  private static final long SMALL = 10_000;
  private static final long LARGE = 1_000_000;
  private static final int ROWS_AT_ONCE = 50_000;
  private static final int PAGES = 25;
  private static final int ROUNDS = 8;
  private static final int CLIENTS = 4;
  private static final String PAGE =
      "/taxii2/tocsin/collections/observations/objects/?match%5Bversion%5D=all&limit=1000";

  private final Target target;

  TaxiiBench(Target target) {
    this.target = target;
  }

  /** One page: how long it took, what it held, and where the next one is. */
  private record Page(double milliseconds, int objects, Optional<String> next) {}

  void run() {
    fill(SMALL);
    pages("", ROUNDS);
    double small = measured("small", "");
    fill(Long.parseLong(System.getenv().getOrDefault("TOCSIN_BENCH_LARGE", "" + LARGE)));
    List<String> places = places();
    pages("", ROUNDS);
    double beginning = measured("large-beginning", places.get(0));
    double middle = measured("large-middle", places.get(1));
    double end = measured("large-end", places.get(2));
    new Figure("taxii", "ratio")
        .with("large_to_small", Math.max(beginning, Math.max(middle, end)) / small)
        .print();
    throughput(places.get(1));
  }

  private void fill(long observations) {
    for (long missing = observations - count(); missing > 0; missing = observations - count()) {
      int rows = (int) Math.min(ROWS_AT_ONCE, missing);
      String provider = "bench-taxii-" + System.nanoTime();
      new PipelineRun(target).seconds(ReportFile.of(rows, provider.hashCode()), provider);
    }
  }

  private long count() {
    return target
        .elasticsearch(
            "GET", "/observations/_count", "application/json", HttpRequest.BodyPublishers.noBody())
        .path("count")
        .asLong();
  }

  /** The beginning, the middle and near the end, as values of {@code added_after}. */
  private List<String> places() {
    String first = added("asc", 0);
    String last = added("desc", PAGES * 1_000);
    long middle = (instant(first) + instant(last)) / 2;
    return List.of("", written(nearest(middle)), written(instant(last)));
  }

  /** {@code added} of the observation that is so many behind the first of that order. */
  private String added(String order, int from) {
    String body =
        """
        {"size":1,"from":%d,"_source":["added"],"sort":[{"added":"%s"}]}\
        """
            .formatted(Math.min(from, 9_000), order);
    return search(body).path(0).path("_source").path("added").asString();
  }

  private long nearest(long micros) {
    String body =
        """
        {"size":1,"_source":["added"],"sort":[{"added":"asc"}],"query":{"range":{"added":{"gte":"%s"}}}}\
        """
            .formatted(written(micros));
    return instant(search(body).path(0).path("_source").path("added").asString());
  }

  private JsonNode search(String body) {
    return target
        .elasticsearch(
            "POST",
            "/observations/_search",
            "application/json",
            HttpRequest.BodyPublishers.ofString(body))
        .path("hits")
        .path("hits");
  }

  private static long instant(String text) {
    Instant instant = Instant.parse(text);
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  private static String written(long micros) {
    String second = Instant.ofEpochSecond(micros / 1_000_000).toString();
    return second.replace("Z", ".%06dZ".formatted(micros % 1_000_000));
  }

  private double measured(String figure, String after) {
    List<Page> pages = pages(after, ROUNDS);
    List<Double> sorted = pages.stream().map(Page::milliseconds).sorted().toList();
    new Figure("taxii", figure)
        .with("observations", count())
        .with("pages", pages.size())
        .with("objects_per_page", pages.stream().mapToInt(Page::objects).average().orElse(0))
        .with("p50_ms", at(sorted, 0.50))
        .with("p95_ms", at(sorted, 0.95))
        .with("p99_ms", at(sorted, 0.99))
        .print();
    return at(sorted, 0.50);
  }

  private static double at(List<Double> sorted, double part) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part)));
  }

  /** Walks so many times from there on, and keeps the pages that were full. */
  private List<Page> pages(String after, int rounds) {
    List<Page> pages = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String next = "";
      for (int page = 0; page < PAGES; page++) {
        Page read = page(after, next);
        if (read.next().isEmpty()) {
          break;
        }
        pages.add(read);
        next = read.next().get();
      }
    }
    return pages;
  }

  private void throughput(String after) {
    long start = System.nanoTime();
    List<Callable<Integer>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(() -> pages(after, ROUNDS).stream().mapToInt(Page::objects).sum());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int objects = 0;
      for (Future<Integer> client : threads.invokeAll(clients)) {
        objects += client.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      new Figure("taxii", "served")
          .with("clients", CLIENTS)
          .with("objects", objects)
          .with("seconds", seconds)
          .with("objects_per_second", objects / seconds)
          .print();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Page page(String after, String next) {
    String path = PAGE + part("added_after", after) + part("next", next);
    HttpRequest request =
        HttpRequest.newBuilder(target.url().resolve(URI.create(path)))
            .header("Authorization", "Bearer " + target.token())
            .header("Accept", "application/taxii+json;version=2.1")
            .timeout(Duration.ofMinutes(1))
            .build();
    try {
      long start = System.nanoTime();
      HttpResponse<byte[]> answer =
          target.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
      double milliseconds = (System.nanoTime() - start) / 1e6;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      JsonNode body = Target.JSON.readTree(answer.body());
      return new Page(milliseconds, body.path("objects").size(), body.path("next").asStringOpt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String part(String name, String value) {
    return value.isEmpty()
        ? ""
        : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
