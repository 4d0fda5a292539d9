package org.tocsin.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.model.report.RejectReason;

/**
 * What is broken by chance is taken or rejected, never thrown, and every record comes back once.
 */
class DocumentMutationTest {
  private static final int ROUNDS = 300;

  @ParameterizedTest
  @CsvSource({
    "stix-2.0, stix20/campaign.json",
    "kev, kev/catalog.json",
    "kev-csv, kev/catalog.csv",
    "csaf-2.0, csaf/example-2026-001.json",
    "misp, misp/campaign.json",
    "cap, cap/outage.xml"
  })
  void shouldAccountForEveryRecordWhateverTheBytes(String name, String sample) {
    Format format = KnownFormats.all().named(name).orElseThrow();
    byte[] whole = Submitted.bytes("/samples/" + sample);
    Random random = new Random(20261127);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] broken = mutated(whole, random);
      assertThat(format.recognise(new Sample("x", null, broken))).isBetween(0, 100);
      Submitted submitted = Submitted.of(format, "x", broken);
      assertThat(submitted.rejects())
          .as("round %d", round)
          .allSatisfy(reject -> assertThat(reject.detail()).doesNotContain("the log says"));
    }
  }

  @ParameterizedTest
  @CsvSource({"kev, vulnerabilities", "csaf-2.0, document", "misp, response"})
  void shouldRejectWhatIsNestedTooDeepOrHalfACharacter(String name, String list) {
    Format format = KnownFormats.all().named(name).orElseThrow();
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(Submitted.of(format, "x", "{\"" + list + "\":[{\"a\":" + deep + "}]}").rejects())
        .extracting(reject -> reject.reason())
        .containsExactly(RejectReason.LIMIT_EXCEEDED);
    assertThat(Submitted.of(format, "x", "{\"" + list + "\":[{\"a\":\"\\ud800\"}]}").rejects())
        .extracting(reject -> reject.path())
        .containsExactly("/" + list + "/0/a");
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] broken = whole.clone();
    switch (random.nextInt(4)) {
      case 0 -> broken = Arrays.copyOf(broken, random.nextInt(broken.length));
      case 1 -> broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      case 2 -> {
        int from = random.nextInt(broken.length);
        int to = Math.min(broken.length, from + random.nextInt(40));
        Arrays.fill(broken, from, to, (byte) ' ');
      }
      default -> {
        int from = random.nextInt(broken.length);
        int to = random.nextInt(broken.length);
        int length = Math.min(30, broken.length - Math.max(from, to));
        System.arraycopy(whole, from, broken, to, length);
      }
    }
    return broken;
  }
}
