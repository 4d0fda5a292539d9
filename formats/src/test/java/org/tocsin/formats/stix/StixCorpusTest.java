package org.tocsin.formats.stix;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Sample;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Every STIX 2.1 and TAXII file of the corpus, read as the platform reads it. */
class StixCorpusTest {
  private static final String IDS =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  @Test
  void shouldTakeEveryFileOfTheCorpusToThePoint() {
    Path corpus = Corpus.folder("corpus");
    List<Path> files = new ArrayList<>(Corpus.files(corpus.resolve("stix21")));
    files.addAll(Corpus.files(corpus.resolve("taxii")));
    Map<String, int[]> groups = new TreeMap<>();
    Map<String, Integer> reasons = new TreeMap<>();
    List<String> passedOver = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = Corpus.bytes(file);
      String name = corpus.relativize(file).toString();
      if (new StixFormat().recognise(new Sample(name, null, head(bytes))) == 0) {
        passedOver.add(name);
      } else {
        StixSubmission submission = StixSubmission.of(bytes);
        assertThat(submission.isBalanced()).as(name).isTrue();
        requireLossless(name, bytes, submission);
        int[] sums =
            groups.computeIfAbsent(corpus.relativize(file.getParent()).toString(), g -> new int[4]);
        sums[0]++;
        sums[1] += submission.counted();
        sums[2] += submission.accepted().size();
        sums[3] += submission.rejects().size();
        submission.rejects().forEach(reject -> reasons.merge(line(name, reject), 1, Integer::sum));
      }
    }
    print(groups, reasons, passedOver);
    assertThat(groups.values().stream().mapToInt(sums -> sums[2]).sum()).isGreaterThan(9_000);
    assertThat(groups.values().stream().mapToInt(sums -> sums[3]).sum()).isLessThan(200);
  }

  @Test
  void shouldTakeOnlyWhatTheSchemasAllow() {
    Map<String, Schema> schemas = schemas(Corpus.folder("schemas/stix-2.1/schemas"));
    int checked = 0;
    for (Path file : Corpus.files(Corpus.folder("corpus/stix21"))) {
      for (StixVersion version : StixSubmission.of(Corpus.bytes(file)).versions()) {
        String type = version.object().type();
        Schema schema = schemas.get(schemas.containsKey(type) ? type : core(version));
        assertThat(schema.validate(version.object().json()))
            .as("%s of %s", version.object().id(), file.getFileName())
            .isEmpty();
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(9_000);
  }

  @Test
  void shouldCarryTheSchemasAsPublished() {
    Path published = Corpus.folder("schemas/stix-2.1/schemas");
    for (Path file : Corpus.files(published)) {
      String resource = "/stix-2.1/schemas/" + published.relativize(file);
      assertThat(StixCorpusTest.class.getResourceAsStream(resource))
          .as(resource)
          .hasBinaryContent(Corpus.bytes(file));
    }
  }

  private static String core(StixVersion version) {
    return version.object().json().has("created") ? "core" : "cyber-observable-core";
  }

  private static Map<String, Schema> schemas(Path folder) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(id ->
                    id.startsWith(IDS)
                        ? new String(
                            Corpus.bytes(folder.resolve(id.substring(IDS.length()))),
                            StandardCharsets.UTF_8)
                        : null));
    Map<String, Schema> schemas = new HashMap<>();
    for (Path file : Corpus.files(folder)) {
      schemas.put(
          file.getFileName().toString().replace(".json", ""),
          registry.getSchema(SchemaLocation.of(IDS + folder.relativize(file))));
    }
    return schemas;
  }

  /** Whatever was accepted is one of the file's objects, with all its properties in their order. */
  private static void requireLossless(String name, byte[] bytes, StixSubmission submission) {
    JsonNode document;
    try {
      document = StixJson.MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      return;
    }
    List<JsonNode> objects = new ArrayList<>();
    if (document.path("objects").isArray()) {
      document.path("objects").forEach(objects::add);
    } else if (document.isArray()) {
      document.forEach(objects::add);
    } else {
      objects.add(document);
    }
    assertThat(submission.counted()).as(name).isEqualTo(objects.size());
    int before = 0;
    for (int i = 0; i < submission.raws().size(); i++) {
      for (Accepted accepted : submission.read().get(i).accepted()) {
        JsonNode original = objects.get(before + accepted.position());
        JsonNode kept = ((StixVersion) accepted.fact()).object().json();
        assertThat(kept).as(name).isEqualTo(original);
        assertThat(kept.toString()).as(name).isEqualTo(original.toString());
      }
      before += submission.raws().get(i).records();
    }
  }

  private static byte[] head(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 64 * 1024));
  }

  private static String line(String name, Reject reject) {
    String path = reject.path() == null ? "" : reject.path().replaceAll("/[0-9]+", "/N");
    return "%s | %s | %s | %s"
        .formatted(Path.of(name).getFileName(), reject.reason().key(), path, reject.detail());
  }

  private static void print(
      Map<String, int[]> groups, Map<String, Integer> reasons, List<String> passedOver) {
    StringBuilder table = new StringBuilder("group | files | counted | accepted | rejected\n");
    groups.forEach((group, sums) ->
        table.append(
            "%s | %d | %d | %d | %d%n".formatted(group, sums[0], sums[1], sums[2], sums[3])));
    reasons.forEach(
        (reason, count) -> table.append(count).append(" x ").append(reason).append('\n'));
    table.append("not recognised as STIX: ").append(passedOver);
    System.out.println(table);
  }
}
