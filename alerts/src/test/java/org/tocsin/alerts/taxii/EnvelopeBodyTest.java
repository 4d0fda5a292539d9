package org.tocsin.alerts.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeBodyTest {
  private static final int MOST = 100;

  private final EnvelopeBody bodies = new EnvelopeBody(MOST);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"objects\":[{}]}",
        " {\"more\" : false, \"x\":{\"objects\":1}, \"objects\":[{\"objects\":[]},{}]} "
      })
  void shouldLeaveEveryByteAsItIs(String envelope) throws IOException {
    assertThat(read(envelope, -1)).isEqualTo(envelope.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"objects\":{}}",
        "{\"objects\":[]}",
        "{\"objects\":[1]}",
        "{\"objects\":[{}]",
        "{\"objects\":[{}]} x",
        "{\"x\":{\"objects\":[{}]}}",
        "nonsense"
      })
  void shouldRefuseWhatIsNoEnvelope(String body) {
    refuses(body, -1, 400);
  }

  @Test
  void shouldRefuseWhatIsTooLargeWhetherAnnouncedOrNot() {
    refuses("{\"objects\":[{}]}", MOST + 1, 413);
    refuses(" ".repeat(MOST + 1), -1, 413);
  }

  private void refuses(String body, long announced, int status) {
    assertThatExceptionOfType(TaxiiException.class)
        .isThrownBy(() -> read(body, announced))
        .satisfies(e -> assertThat(e.status().value()).isEqualTo(status));
  }

  private byte[] read(String body, long announced) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return bodies.read(new ByteArrayInputStream(bytes), announced);
  }
}
