package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What somebody does on the first day: submit the sample files, look at the account, search. */
@ExtendWith(RunningNode.class)
class FirstDayE2ET {
  private final Node node;

  FirstDayE2ET(Node node) {
    this.node = node;
  }

  @Test
  void shouldPrintACompleteAccountAndThenOnlyDuplicates() {
    String[] submit =
        Stream.concat(
                Stream.concat(Stream.of("submit"), samples("shadowserver").stream()),
                Stream.of("--provider", "first-day", "--wait"))
            .toArray(String[]::new);

    Launcher.Result first = node.launcher().run(submit);
    Launcher.Result again = node.launcher().run(submit);

    assertThat(first.exit()).as(first.output()).isZero();
    assertThat(again.exit()).as(again.output()).isZero();
    JsonNode rows = node.get("/api/accounting?provider=first-day", "analyst").path("total");
    assertThat(rows.path("observed").asLong())
        .isPositive()
        .isEqualTo(rows.path("duplicate").asLong());
    assertThat(Node.difference(rows)).isZero();
  }

  @Test
  void shouldFindWhatASampleFileSays() {
    Path sample = Path.of(samples("shadowserver").getFirst());
    JsonNode account =
        node.completeAccount(node.submit(sample, "first-search", "reports"), Duration.ofMinutes(1));

    JsonNode found = node.get("/api/observations?provider=first-search&limit=1000", "analyst");

    assertThat(found.path("items").size()).isEqualTo(account.path("observed").asInt());
    JsonNode first = found.path("items").path(0);
    assertThat(first.path("objects").path(0).path("type").asString()).isEqualTo("observed-data");
    JsonNode one = node.get("/api/observations/" + first.path("id").asString(), "analyst");
    assertThat(one.path("objects")).isEqualTo(first.path("objects"));
  }

  @Test
  void shouldTakeABundleAndItsNextVersion() {
    for (String sample : samples("stix")) {
      node.completeAccount(
          node.submit(Path.of(sample), "first-stix", "reports"), Duration.ofMinutes(1));
    }

    assertThat(node.get("/api/objects?provider=first-stix", "analyst").path("items").size())
        .isPositive();
  }

  private static List<String> samples(String format) {
    Path folder =
        Launcher.repository().resolve("formats/src/test/resources/samples").resolve(format);
    assertThat(Files.isDirectory(folder)).isTrue();
    return Surroundings.files(folder, "").stream()
        .filter(Files::isRegularFile)
        .map(Path::toString)
        .toList();
  }
}
