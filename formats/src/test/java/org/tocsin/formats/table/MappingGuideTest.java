package org.tocsin.formats.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;

/** What docs/formats.md says of mappings is so. */
class MappingGuideTest {
  private static final Path GUIDE = Path.of("../docs/formats.md");

  @Test
  void shouldReadTheExampleOfTheGuide() throws IOException {
    String guide = Files.readString(GUIDE);
    String table = blockAfter(guide, "every morning a provider sends");
    TableFormat format = Mapped.of(blockAfter(guide, "this is `example-cert.yaml`:"));

    assertThat(format.recognise(Mapped.sample("x", table.getBytes(UTF_8)))).isGreaterThan(90);
    Submitted submitted = Submitted.of(format, "watch-1.csv", table);
    assertThat(submitted.rejects()).isEmpty();
    assertThat(submitted.observations())
        .extracting(Observation::rsit)
        .containsExactly(Rsit.INFECTED_SYSTEM, Rsit.PHISHING);
    assertThat(submitted.observations().getFirst().observedAt())
        .hasToString("2026-11-20T08:30:00Z");
    assertThat(Mapped.seen(submitted))
        .containsExactly("ipv4-addr 192.0.2.7", "network-traffic 8443", "ipv4-addr 198.51.100.9");
  }

  @Test
  void shouldListEveryMappingAndEveryRole() throws IOException {
    String guide = Files.readString(GUIDE);

    assertThat(Mapped.SHIPPED)
        .allSatisfy(format -> assertThat(guide).contains("| `" + format.name() + "` |"));
    for (Role role : Role.values()) {
      assertThat(guide).contains("`" + role.key() + "`");
    }
  }

  /** The indented lines that follow a line, without their indentation. */
  private static String blockAfter(String guide, String line) {
    List<String> lines =
        guide
            .substring(guide.indexOf(line) + line.length())
            .lines()
            .skip(2)
            .takeWhile(one -> one.startsWith("    "))
            .map(one -> one.substring(4))
            .toList();
    return String.join("\n", lines) + "\n";
  }
}
