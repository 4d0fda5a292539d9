package org.tocsin.formats.suricata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.Submitted;

/** What somebody may write into a log; {@link Submitted} holds that every line comes back once. */
class SuricataEveHostileTest {
  private static final SuricataEveFormat FORMAT = new SuricataEveFormat();
  private static final byte[] SAMPLE = Submitted.bytes("/samples/suricata/eve.json");
  private static final String BYTES = "{}[]<>/\"',:;&\\\n\r \0x0-9\u0001";

  @Test
  void shouldAccountForEveryMutation() {
    Random random = new Random(20261128);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = SAMPLE.clone();
      for (int change = 0; change < 1 + round % 7; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) BYTES.charAt(random.nextInt(BYTES.length()));
      }
      int end = round % 5 == 0 ? random.nextInt(bytes.length) : bytes.length;
      Submitted read = Submitted.of(FORMAT, "eve.json", Arrays.copyOf(bytes, end));
      assertThat(read.schemaErrors()).isEmpty();
    }
  }

  @Test
  void shouldTakeAnAlertThatListsThousandsOfFiles() {
    StringBuilder files = new StringBuilder("\"files\":[{}");
    for (int i = 0; i < 5_000; i++) {
      files.append(",{\"sha256\":\"").append(String.format("%064x", i)).append("\"}");
    }
    String line = firstLine().replace("\"alert\":{", files + "],\"alert\":{");
    Submitted read = Submitted.of(FORMAT, "eve.json", line);
    assertThat(read.observations()).hasSize(1);
    assertThat(read.objects("file").size()).isBetween(1, 100);
  }

  @Test
  void shouldNotBelieveAFlowOrAPartyThatIsNeitherEnd() {
    String line =
        firstLine()
            .replace(
                "\"src_ip\":\"192.0.2.14\",\"dest_ip\"", "\"src_ip\":\"192.0.2.99\",\"dest_ip\"")
            .replace("\"alert\":{", "\"alert\":{\"target\":{\"ip\":\"192.0.2.98\"},");
    Submitted read = Submitted.of(FORMAT, "eve.json", line);
    assertThat(read.objects("ipv4-addr"))
        .extracting(address -> address.text("value").orElseThrow())
        .containsExactly("192.0.2.14", "203.0.113.5");
  }

  private static String firstLine() {
    return new String(SAMPLE, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
  }
}
