package org.tocsin.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Every pattern of a corpus of real bundles, apart from those that are broken as they stand. */
class CorpusPatternsTest {
  /** What converters left behind where they knew no comparison. */
  private static final List<String> BROKEN = List.of("unconverted_term", "INVALID-CONDITION");

  @Test
  void shouldReadThePatternsOfTheCorpusAndWriteThemTheSame() throws IOException {
    Path corpus = corpus();
    assumeTrue(corpus != null, "skipped: no shared/corpus above this folder");
    Set<String> patterns = patterns(corpus);
    List<String> refused = new ArrayList<>();
    for (String text : patterns) {
      try {
        Pattern pattern = Pattern.parse(text);
        assertThat(Pattern.parse(pattern.text())).isEqualTo(pattern);
      } catch (PatternException e) {
        refused.add(e.getMessage() + ": " + text);
      }
    }
    System.out.println(
        "read " + (patterns.size() - refused.size()) + " of " + patterns.size() + " patterns");
    refused.forEach(System.out::println);
    assertThat(patterns).hasSizeGreaterThan(1_000);
    assertThat(refused).allMatch(text -> BROKEN.stream().anyMatch(text::contains));
  }

  private static @Nullable Path corpus() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/corpus/stix21"))) {
        return at.resolve("shared/corpus");
      }
    }
    return null;
  }

  private static Set<String> patterns(Path corpus) throws IOException {
    Set<String> patterns = new LinkedHashSet<>();
    for (String folder : List.of("stix20", "stix21")) {
      try (Stream<Path> files = Files.walk(corpus.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          try {
            collect(StixJson.MAPPER.readTree(Files.readAllBytes(file)), patterns);
          } catch (JacksonException e) {
            // no JSON, or not as one document
          }
        }
      }
    }
    return patterns;
  }

  private static void collect(JsonNode json, Set<String> patterns) {
    if (json.path("type").asString("").equals("indicator")
        && json.path("pattern_type").asString("stix").equals("stix")
        && json.path("pattern").isString()) {
      patterns.add(json.path("pattern").stringValue());
    }
    json.forEach(inner -> collect(inner, patterns));
  }
}
