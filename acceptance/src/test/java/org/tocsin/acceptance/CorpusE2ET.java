package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Real files of other people through the whole pipeline: the equation exact, every stored object
 * valid.
 */
@ExtendWith(RunningNode.class)
class CorpusE2ET {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Node node;

  CorpusE2ET(Node node) {
    this.node = node;
  }

  @BeforeAll
  static void lookForCorpus() {
    assumeTrue(
        Surroundings.corpus("shadowserver").isPresent(), "skipped: no corpus beside this checkout");
  }

  @Test
  void shouldAccountForEveryShadowserverFile() {
    Totals totals = submitAll("shadowserver", ".csv");

    assertThat(totals.observed()).isPositive();
    StoredThings stored = StoredThings.observations(node, "corpus-shadowserver");
    assertThat(stored.observations()).isEqualTo((int) totals.observed());
    assertThat(stored.errors()).isEmpty();
  }

  @Test
  void shouldAccountForEveryStixFile() {
    Totals totals = submitAll("stix21", ".json").plus(submitAll("stix21", ".stix2"));

    assertThat(totals.observed()).isPositive();
    StoredThings stored = StoredThings.versions(node, "corpus-stix21");
    assertThat(stored.versions()).isEqualTo((int) totals.observed());
    assertThat(stored.errors()).isEmpty();
  }

  /**
   * Sums over files.
   *
   * @param observed records that became new
   * @param files how many files
   */
  private record Totals(long observed, int files) {
    Totals plus(Totals other) {
      return new Totals(observed + other.observed, files + other.files);
    }
  }

  private Totals submitAll(String format, String ending) {
    Path corpus = Surroundings.corpus(format).orElseThrow();
    record Sent(Path file, String receipt) {}
    List<Sent> sent =
        Surroundings.files(corpus, ending).stream()
            .filter(file ->
                !file.toString().contains("/schema/") && !file.toString().contains("opencti"))
            .map(file -> new Sent(file, node.submit(file, "corpus-" + format, feed(file))))
            .toList();
    long observed = 0;
    for (Sent each : sent) {
      JsonNode account = node.completeAccount(each.receipt(), LIMIT);
      System.out.printf(
          "%-110s %6d = %6d observed + %5d duplicate + %4d rejected%n",
          corpus.relativize(each.file()),
          account.path("collected").asLong(),
          account.path("observed").asLong(),
          account.path("duplicate").asLong(),
          account.path("rejected").asLong());
      assertThat(Node.difference(account)).as("%s: %s", each.file(), account).isZero();
      observed += account.path("observed").asLong();
    }
    return new Totals(observed, sent.size());
  }

  private static String feed(Path file) {
    return file.getParent().getFileName().toString();
  }
}
