package org.tocsin.web.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Several commands that were handed in together, each answered on its own: those about one incident
 * one after the other, those about different ones side by side, since each waits for its outcome.
 */
public final class Together {
  private static final int SIDE_BY_SIDE = 8;

  private Together() {}

  /**
   * Carries them out.
   *
   * @param about what one is about
   * @param act never throws
   * @return what came of each, in their order
   */
  public static <T, R> List<R> all(List<T> some, Function<T, String> about, Function<T, R> act) {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int place = 0; place < some.size(); place++) {
      places.computeIfAbsent(about.apply(some.get(place)), any -> new ArrayList<>()).add(place);
    }
    Map<Integer, R> done = new ConcurrentHashMap<>();
    try (ExecutorService side =
        Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (List<Integer> group : places.values()) {
        running.add(
            side.submit(() -> group.forEach(place -> done.put(place, act.apply(some.get(place))))));
      }
      running.forEach(Together::await);
    }
    List<R> answers = new ArrayList<>();
    for (int place = 0; place < some.size(); place++) {
      answers.add(done.get(place));
    }
    return answers;
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a command was not answered", e.getCause());
    }
  }
}
