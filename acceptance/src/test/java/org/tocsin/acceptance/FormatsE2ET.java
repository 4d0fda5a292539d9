package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.acceptance.Node.Sent;
import tools.jackson.databind.JsonNode;

/**
 * Everything people send, in every format, through the whole pipeline: each equation holds, and
 * what is stored is valid (the latest 10,000 of each kind are looked at). Prints what became of it,
 * format by format.
 */
@ExtendWith(RunningNode.class)
class FormatsE2ET {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** What the acceptance test of the corpus does not send already. */
  private static final List<String> FOLDERS =
      List.of(
          "abuse-mail",
          "atom-rss",
          "cap",
          "csaf",
          "feeds",
          "idea",
          "iodef",
          "kev",
          "misp",
          "n6",
          "shadowserver",
          "stix20",
          "taxii",
          "xarf");

  private final Node node;

  FormatsE2ET(Node node) {
    this.node = node;
  }

  @BeforeAll
  static void lookForCorpus() {
    assumeTrue(Surroundings.corpus("idea").isPresent(), "skipped: no corpus beside this checkout");
  }

  /** One line of the table. */
  private static final class Line {
    private int files;
    private long records;
    private long observed;
    private long duplicate;
    private long suppressed;
    private long rejected;

    void add(JsonNode account) {
      files++;
      records += account.path("collected").asLong();
      observed += account.path("observed").asLong();
      duplicate += account.path("duplicate").asLong();
      suppressed += account.path("suppressed").asLong();
      rejected += account.path("rejected").asLong();
    }
  }

  @Test
  void shouldAccountForEveryFileOfEveryFormat() {
    List<Sent> sent = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (Path file : Surroundings.files(Surroundings.corpus(folder).orElseThrow(), "")) {
        if (file.toFile().length() > 0 && !file.toString().contains("/schema")) {
          sent.addAll(node.submitAll(file, "all-" + folder, "corpus"));
        }
      }
    }
    Map<String, Line> table = new TreeMap<>();
    for (Sent each : sent) {
      JsonNode account = node.completeAccount(each.receipt(), LIMIT);
      assertThat(Node.difference(account)).as("%s: %s", each.file(), account).isZero();
      table.computeIfAbsent(account.path("format").asString(), format -> new Line()).add(account);
    }
    print(table);
    List<String> errors = new ArrayList<>();
    for (String folder : FOLDERS) {
      StoredThings stored = StoredThings.latest(node, "all-" + folder);
      errors.addAll(stored.errors());
      System.out.printf("%s: %s%n", folder, stored.types());
    }
    assertThat(errors).isEmpty();
    assertThat(table.values().stream().mapToLong(line -> line.observed).sum()).isPositive();
  }

  private static void print(Map<String, Line> table) {
    System.out.println(
        "| format | files | records | observed | duplicate | suppressed | rejected |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    table.forEach((format, line) ->
        System.out.printf(
            "| `%s` | %d | %d | %d | %d | %d | %d |%n",
            format,
            line.files,
            line.records,
            line.observed,
            line.duplicate,
            line.suppressed,
            line.rejected));
  }
}
