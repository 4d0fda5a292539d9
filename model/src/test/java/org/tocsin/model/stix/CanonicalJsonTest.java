package org.tocsin.model.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CanonicalJsonTest {
  /** RFC 8785 section 3.2.2 and its result in section 3.2.4. */
  @Test
  void shouldWriteTheStandardsSample() throws IOException {
    String sample =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50,
                      2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertThat(canonical(sample))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785 section 3.2.3: the order is that of UTF-16 code units, not of code points. */
  @Test
  void shouldSortNamesByCodeUnits() throws IOException {
    String sample =
        """
        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
         "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
         "\\u00f6":"Latin Small Letter O With Diaeresis"}
        """;
    assertThat(canonical(sample))
        .containsSubsequence(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  /** RFC 8785 appendix B, and the borders of what a double holds exactly. */
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0.0,0",
    "5e-324,5e-324",
    "1.7976931348623157e308,1.7976931348623157e+308",
    "9007199254740992,9007199254740992",
    "-9007199254740992,-9007199254740992",
    "9007199254740993,9007199254740992",
    "295147905179352830000,295147905179352830000",
    "9.999999999999997e22,9.999999999999997e+22",
    "1e23,1e+23",
    "999999999999999700000,999999999999999700000",
    "1e21,1e+21",
    "0.000001,0.000001",
    "0.0000001,1e-7",
    "333333333.33333325,333333333.33333325",
    "1424953923781206.2,1424953923781206.2",
    "10.0,10",
  })
  void shouldWriteNumbersAsTheStandardDoes(String number, String canonical) throws IOException {
    assertThat(canonical("[" + number + "]")).isEqualTo("[" + canonical + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1e400]", "[-1e999]", "[\"\\ud800\"]", "[\"\\udc00\\ud800\"]", "{\"\\ud83d\":1}"})
  void shouldRefuseWhatHasNoCanonicalSpelling(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> canonical(json));
  }

  @Test
  void shouldAgreeWithAnotherImplementation() throws IOException {
    Random random = new Random(8785);
    for (int i = 0; i < 2_000; i++) {
      ObjectNode tree = StixJson.MAPPER.createObjectNode();
      fill(tree, random, 0);
      String text = StixJson.MAPPER.writeValueAsString(tree);
      assertThat(canonical(tree)).isEqualTo(new JsonCanonicalizer(text).getEncodedString());
    }
  }

  private static void fill(ObjectNode object, Random random, int depth) {
    for (int i = random.nextInt(6); i > 0; i--) {
      String name = text(random);
      switch (random.nextInt(depth < 4 ? 7 : 5)) {
        case 0 -> object.put(name, text(random));
        case 1 -> object.put(name, random.nextLong() >> random.nextInt(64));
        case 2 -> object.put(name, random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
        case 3 -> object.put(name, random.nextBoolean());
        case 4 -> object.putNull(name);
        case 5 -> fill(object.putObject(name), random, depth + 1);
        default -> {
          ArrayNode array = object.putArray(name);
          array.add(text(random)).add(random.nextInt());
          fill(array.addObject(), random, depth + 1);
        }
      }
    }
  }

  private static String text(Random random) {
    int[] points = {'a', 'Z', '"', '\\', '/', '\n', 1, 0x7f, 0xe9, 0x20ac, 0xfb33, 0x1f600};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static String canonical(String json) throws IOException {
    return canonical(StixJson.MAPPER.readTree(json));
  }

  private static String canonical(JsonNode json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CanonicalJson.write(json, bytes);
    return bytes.toString(UTF_8);
  }
}
