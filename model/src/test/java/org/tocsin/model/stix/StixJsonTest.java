package org.tocsin.model.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

class StixJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1.10,0.10000000000000000000001,12345678901234567890123456789,-3,1.0]",
        "{\"z\":1,\"a\":{\"y\":[null,true,{}],\"b\":\"é\\n\"}}",
        "[]",
      })
  void shouldGiveBackWhatItRead(String json) {
    assertThat(StixJson.MAPPER.writeValueAsString(StixJson.MAPPER.readTree(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{} {}", "{\"a\":1", "{'a':1}", "[1,]", "[NaN]"})
  void shouldRefuseWhatIsNotOneJsonValue(String json) {
    assertThatThrownBy(() -> StixJson.MAPPER.readTree(json)).isInstanceOf(JacksonException.class);
  }

  @Test
  void shouldStopAtItsDepth() {
    int deep = StixJson.MAX_DEPTH;
    assertThat(StixJson.MAPPER.readTree(nested(deep)).isArray()).isTrue();
    assertThatThrownBy(() -> StixJson.MAPPER.readTree(nested(deep + 1)))
        .isInstanceOf(StreamConstraintsException.class);
    assertThatThrownBy(() -> StixJson.MAPPER.readTree(nested(100_000)))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void shouldStopAtItsNumberOfTokens() {
    String many = "[" + "0,".repeat((int) StixJson.MAX_TOKENS) + "0]";
    assertThatThrownBy(() -> StixJson.MAPPER.readTree(many))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void shouldStopAtNumbersNobodyNeeds() {
    assertThatThrownBy(() -> StixJson.MAPPER.readTree("[" + "9".repeat(100_000) + "]"))
        .isInstanceOf(StreamConstraintsException.class);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
