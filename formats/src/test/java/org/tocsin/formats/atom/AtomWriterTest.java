package org.tocsin.formats.atom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.SinglePropertyMap;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.Notices;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.model.warning.WarningNotice;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Warnings as an Atom feed. */
class AtomWriterTest {
  private static final URI SELF = URI.create("https://cert.example/feeds/warnings.atom");
  private static final URI NEXT = URI.create(SELF + "?before=2026-11-27T08:00:01.000001Z_1");

  private final AtomWriter writer =
      new AtomWriter(
          "CERT <Example>",
          SELF,
          notice -> URI.create("https://cert.example/feeds/cap/" + notice.id() + ".xml"));

  @Test
  void shouldTellAllOfAWarning() {
    WarningNotice notice = Notices.published(Notices.FULL);
    String text = write(List.of(notice), null);

    assertThat(text)
        .contains("<id>urn:uuid:" + Notices.ID + "</id>")
        .contains("<title>Phishing for &lt;tax&gt; &amp; \"refunds\"</title>")
        .contains("<updated>2026-11-27T08:00:01.000001Z</updated>")
        .contains("term=\"TLP:GREEN\"", "term=\"fraud.phishing\"", "term=\"CVE-2026-12346\"")
        .contains("For businesses: Block the domain.", "- ipv4-addr 45.83.64.0/24")
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void shouldTellOfAWithdrawalNothingButThatItWas() {
    assertThat(write(List.of(Notices.withdrawn(Notices.FULL)), NEXT))
        .contains("W-2026-000041 was withdrawn", "rel=\"next\"")
        .doesNotContain("Phishing", "attacker", "CVE-2026", "passwords");
  }

  @Test
  void shouldBeValidByTheGrammarOfTheStandard() throws Exception {
    ValidationDriver grammar = grammar();
    List<WarningNotice> all =
        List.of(
            Notices.published(Notices.FULL, Notices.FULL),
            Notices.published(Notices.SHORT),
            Notices.withdrawn(Notices.FULL));

    assertThat(isValid(grammar, write(all, NEXT))).isTrue();
    assertThat(isValid(grammar, write(List.of(), null))).isTrue();
    assertThat(isValid(grammar, write(all, null).replaceAll("<updated>.*</updated>", "")))
        .as("it can fail")
        .isFalse();
  }

  private String write(List<WarningNotice> notices, URI next) {
    return new String(writer.write(notices, next), UTF_8);
  }

  /** The grammar prints what it finds wrong. */
  static ValidationDriver grammar() throws Exception {
    Path file =
        SharedFolder.find("schemas")
            .map(folder -> folder.resolve("atom_rfc4287.rng"))
            .orElseGet(() -> Assumptions.abort("skipped: no shared/schemas above this folder"));
    ErrorHandler printing =
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            System.out.println(e.getMessage());
          }

          @Override
          public void error(SAXParseException e) {
            System.out.println(e.getMessage());
          }

          @Override
          public void fatalError(SAXParseException e) {
            System.out.println(e.getMessage());
          }
        };
    ValidationDriver driver =
        new ValidationDriver(
            SinglePropertyMap.newInstance(ValidateProperty.ERROR_HANDLER, printing));
    assertThat(driver.loadSchema(ValidationDriver.fileInputSource(file.toFile()))).isTrue();
    return driver;
  }

  static boolean isValid(ValidationDriver grammar, String document) throws Exception {
    return grammar.validate(new InputSource(new ByteArrayInputStream(document.getBytes(UTF_8))));
  }
}
