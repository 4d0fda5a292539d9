package org.tocsin.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.record.Submitted;

/** A sample of every list that Tocsin knows: recognised, read without a reject, and valid STIX. */
class SamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/samples/table");
  private static final Formats ALL = KnownFormats.all();

  @ParameterizedTest
  @MethodSource("samples")
  void shouldRecogniseAndReadTheSample(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = Files.readAllBytes(file);
    TableFormat format = formatOf(name);

    assertThat(ALL.recognise(Mapped.sample(name, bytes))).contains(format(format.name()));
    Submitted submitted = Submitted.of(format, name, bytes);
    assertThat(submitted.rejects()).isEmpty();
    assertThat(submitted.observations()).isNotEmpty().hasSize(submitted.records());
    assertThat(submitted.schemaErrors()).isEmpty();
    assertThat(Mapped.seen(submitted)).hasSizeGreaterThanOrEqualTo(submitted.records());
  }

  @Test
  void shouldHaveASampleOfEveryMapping() throws IOException {
    List<String> sampled =
        samples().stream()
            .map(file -> formatOf(String.valueOf(file.getFileName())).name())
            .toList();

    assertThat(sampled)
        .containsExactlyInAnyOrderElementsOf(
            Mapped.SHIPPED.stream().map(TableFormat::name).toList());
  }

  private static Format format(String name) {
    return ALL.named(name).orElseThrow();
  }

  /** A sample is called as its format, or as the provider calls the file. */
  private static TableFormat formatOf(String file) {
    return switch (file) {
      case "openphish-feed.txt" -> Mapped.named("openphish");
      case "blocklistde-ssh.txt" -> Mapped.named("blocklistde");
      case "ci-badguys.txt" -> Mapped.named("cins-army");
      case "dataplane-sshpwauth.txt" -> Mapped.named("dataplane");
      case "fullbogons-ipv4.txt" -> Mapped.named("cymru-bogons");
      case "netlab-magnitude.txt" -> Mapped.named("netlab-exploit-kits");
      case "listed_ip_7.csv" -> Mapped.named("stopforumspam");
      default -> Mapped.named(file.substring(0, file.lastIndexOf('.')));
    };
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
