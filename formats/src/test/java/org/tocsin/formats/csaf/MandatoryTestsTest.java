package org.tocsin.formats.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.csaf.MandatoryTests.Failure;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.model.stix.StixJson;
import tools.jackson.databind.JsonNode;

/** The checks of documents, held against the documents OASIS publishes to test checkers with. */
class MandatoryTestsTest {
  private static final Set<String> LEFT_OUT = Set.of("6.1.8", "6.1.9", "6.1.10", "6.1.11");

  @Test
  void shouldFindWhatIsWrongWithTheDocumentsOfOasisAndNothingElse() throws IOException {
    Path folder = folder("corpus/csaf/oasis-validator-testdata-2.0");
    JsonNode cases =
        StixJson.MAPPER.readTree(Files.readAllBytes(folder.resolve("data__testcases.json")));
    List<String> wrong = new ArrayList<>();
    Set<String> failing = new TreeSet<>();
    int passing = 0;
    for (JsonNode test : cases.path("tests")) {
      String id = test.path("id").asString();
      if (!test.path("group").asString().equals("mandatory") || LEFT_OUT.contains(id)) {
        continue;
      }
      for (String list : List.of("failures", "valid")) {
        for (JsonNode one : test.path(list)) {
          Path file = folder.resolve("data__" + one.path("name").asString().replace("/", "__"));
          if (!Files.exists(file)) {
            continue;
          }
          List<String> found =
              MandatoryTests.failures(StixJson.MAPPER.readTree(Files.readAllBytes(file))).stream()
                  .map(Failure::test)
                  .distinct()
                  .toList();
          boolean valid = one.path("valid").asBoolean();
          if (valid ? !found.isEmpty() : !found.contains(id)) {
            wrong.add(file.getFileName() + " " + found);
          }
          if (valid) {
            passing++;
          } else {
            failing.add(id);
          }
        }
      }
    }
    System.out.println("mandatory tests of CSAF with a failing document: " + failing);

    assertThat(wrong).isEmpty();
    assertThat(failing).hasSizeGreaterThan(25);
    assertThat(passing).isGreaterThan(25);
  }

  /** Some of them write a range of versions as the name of one. */
  @Test
  void shouldFindNothingElseWrongWithPublishedAdvisoriesThanRangesOfVersions() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (var files = Files.walk(folder("corpus/csaf/cisa-ot"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
        List<Failure> found =
            MandatoryTests.failures(StixJson.MAPPER.readTree(Files.readAllBytes(file))).stream()
                .filter(failure -> !failure.test().equals("6.1.31"))
                .toList();
        if (!found.isEmpty()) {
          wrong.add(file.getFileName() + " " + found);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Path folder(String name) {
    return SharedFolder.find(name)
        .orElseGet(() -> Assumptions.abort("skipped: no shared/" + name + " above this folder"));
  }
}
