package org.tocsin.store.write;

import java.util.List;
import org.tocsin.store.WriteResult;

/**
 * Guesses from the last call whether documents are there already. A wrong guess costs time, nothing
 * else: who sends a file again sends all of it, and then reading first is half the work.
 */
final class Expectation {
  private volatile boolean mostlyThere;

  boolean mostlyThere() {
    return mostlyThere;
  }

  void learn(List<WriteResult> results) {
    long there = results.stream().filter(result -> result == WriteResult.DUPLICATE).count();
    mostlyThere = 2 * there > results.size();
  }
}
