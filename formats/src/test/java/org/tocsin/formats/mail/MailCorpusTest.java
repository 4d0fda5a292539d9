package org.tocsin.formats.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;

/** Every mail of the corpus is a mail, comes back once, and is what its folder says it is. */
class MailCorpusTest {
  private final MailFormat format = new MailFormat();

  @Test
  void shouldTakeEachMailForAMailByItsContentAlone() {
    for (Path file : files("corpus/abuse-mail")) {
      byte[] bytes = bytes(file);
      byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, 64 * 1024));
      assertThat(KnownFormats.all().recognise(new Sample(null, null, head)).orElseThrow().name())
          .as(file.toString())
          .isEqualTo("mail");
    }
  }

  @Test
  void shouldRejectNoneAndWriteValidStix() {
    SoftAssertions softly = new SoftAssertions();
    for (Path file : files("corpus/abuse-mail")) {
      Submitted mail = read(file);
      softly.assertThat(mail.rejects()).as(file.toString()).isEmpty();
      softly.assertThat(mail.schemaErrors()).as(file.toString()).isEmpty();
    }
    softly.assertAll();
  }

  @Test
  void shouldClassifyNothingThatOnlyAPersonCan() {
    for (String folder : List.of("flanker-mime-edge", "sisimai-mime-edge")) {
      for (Path file : files("corpus/abuse-mail/" + folder)) {
        assertThat(read(file).observations())
            .as(file.toString())
            .allSatisfy(each -> assertThat(each.rsit()).isIn(null, Rsit.UNDETERMINED));
      }
    }
  }

  @Test
  void shouldKeepOutEveryBounce() {
    assertThat(files("corpus/abuse-mail/sisimai-mime-edge"))
        .allSatisfy(file -> assertThat(read(file).suppressed()).hasSize(1));
    assertThat(files("corpus/abuse-mail/flanker-complaints"))
        .filteredOn(file -> file.getFileName().toString().startsWith("bounce"))
        .allSatisfy(file -> assertThat(read(file).suppressed()).hasSize(1));
  }

  /** Written by hand from the mails. */
  @ParameterizedTest
  @CsvSource({
    "rfc5965-arf/rfc5965-example-02.eml, 192.0.2.1, 2005-03-08T18:00:00Z, SPAM, AMBER, 192.0.2.1",
    "sisimai-arf/bsd__arf-18.eml, 192.0.2.222, 2015-04-29T23:34:45Z, MASQUERADE, AMBER, 192.0.2.222",
    "sisimai-arf/bsd__arf-23.eml, 192.0.2.222, 2016-04-29T21:34:45Z, SPAM, AMBER, 192.0.2.222",
    "sisimai-arf/mac__arf-01.eml, 192.0.2.89, 2009-04-29T00:00:00Z, SPAM, AMBER, 192.0.2.89",
    "abuseio/blocklistde__Blocklistde_Example_1.eml, 10.0.2.150, 2014-01-31T06:19:02Z, SPAM, AMBER, 10.0.2.150",
    "abuseio/netcraft__Netcraft_Example_9.eml, http://www.johndoe.tld/w/www.victim.co.uk/index.php,"
        + " 2015-10-02T18:16:57Z, PHISHING, AMBER, nowhere",
    "abuseio/cleanmx__Cleanmx_Example_3.eml, fdf1:cb9d:f59e:19b0:45ff::1, 2015-06-07T19:09:11Z,"
        + " SCANNER, AMBER, fdf1:cb9d:f59e:19b0:45ff::1",
  })
  void shouldSayWhatAPersonReadsInTheMail(
      String file, String indicator, Instant time, Rsit rsit, Tlp tlp, String place) {
    Observation report = read(found("corpus/abuse-mail").resolve(file)).observations().getFirst();
    assertThat(report.objects().get(1).text("value")).contains(indicator);
    assertThat(report.observedAt()).isEqualTo(time);
    assertThat(report.rsit()).isEqualTo(rsit);
    assertThat(report.tlp()).isEqualTo(tlp);
    assertThat(Placed.of(report)).as(file).isEqualTo(place);
  }

  private Submitted read(Path file) {
    return Submitted.of(format, file.getFileName().toString(), bytes(file));
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> walk = Files.walk(found(folder))) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path found(String folder) {
    Optional<Path> corpus = SharedFolder.find(folder);
    assumeTrue(corpus.isPresent(), "skipped: no shared/" + folder + " above this folder");
    return corpus.get();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
