package org.tocsin.formats.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreambleTest {
  @Test
  void shouldRepeatObservablesOfEveryTypeOfTheStandard() throws Exception {
    assertThat(types("observables")).hasSize(18).allMatch(PreambleTest::isRepeated);
  }

  @Test
  void shouldRepeatNoDomainObjectsButIdentities() throws Exception {
    assertThat(types("sdos").stream().filter(PreambleTest::isRepeated)).containsExactly("identity");
    assertThat(types("sros")).noneMatch(PreambleTest::isRepeated);
    assertThat(isRepeated("marking-definition")).isTrue();
  }

  @Test
  void shouldKeepTheLatestObservables() {
    Preamble preamble = new Preamble("objects");
    for (int i = 0; i < 200; i++) {
      see(preamble, "{\"type\":\"url\",\"value\":\"" + i + "x".repeat(1_000) + "\"}");
    }
    String text = new String(preamble.bytes(1024 * 1024), UTF_8);
    assertThat(text).startsWith("200,").contains("\"199x").doesNotContain("\"100x");
    assertThat(text).hasSizeLessThan(65 * 1024);
    assertThat(new String(preamble.bytes(3_000), UTF_8))
        .contains("\"199x")
        .doesNotContain("\"197x");
  }

  private static boolean isRepeated(String type) {
    Preamble preamble = new Preamble("objects");
    String object = "{\"x\":[1],\"type\":\"" + type + "\"}";
    see(preamble, object);
    return new String(preamble.bytes(1_000), UTF_8).equals("1," + object + ",");
  }

  private static void see(Preamble preamble, String object) {
    preamble.see(object.getBytes(UTF_8), 0, object.length());
  }

  private static List<String> types(String folder) throws IOException, URISyntaxException {
    Path schemas = Path.of(Preamble.class.getResource("/stix-2.1/schemas/" + folder).toURI());
    try (Stream<Path> files = Files.list(schemas)) {
      return files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
    }
  }
}
