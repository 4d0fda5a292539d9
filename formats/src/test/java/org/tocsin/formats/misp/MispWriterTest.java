package org.tocsin.formats.misp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.Notices;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.WarningNotice;
import tools.jackson.databind.JsonNode;

/** Warnings as a feed of MISP, which our own reader takes back. */
class MispWriterTest {
  private final MispWriter writer = new MispWriter("CERT Example", new UUID(1, 1));

  @Test
  void shouldBeReadBackWithAllTheWarningSays() {
    WarningNotice notice = Notices.published(Notices.FULL);
    Submitted read = Submitted.of(new MispFormat(), "event.json", writer.event(notice));

    assertThat(read.rejects()).isEmpty();
    assertThat(read.schemaErrors()).isEmpty();
    assertThat(read.facts())
        .allSatisfy(fact -> assertThat(((StixVersion) fact).tlp()).isEqualTo(Tlp.GREEN));
    StixObject report = read.objects("report").getFirst();
    assertThat(report.text("name")).contains(notice.title());
    assertThat(report.json().path("external_references").toString())
        .contains(notice.references().getFirst());
    assertThat(report.json().path("labels").toString())
        .contains("tlp:green", "rsit:fraud=\\\"phishing\\\"");
    assertThat(read.objects("vulnerability").stream().flatMap(one -> one.text("name").stream()))
        .isEqualTo(notice.cves());
    assertThat(patterns(read))
        .containsExactlyInAnyOrder(
            "[domain-name:value = 'login.attacker.net']",
            "[ipv4-addr:value ISSUBSET '45.83.64.0/24']",
            "[ipv6-addr:value = '2a01:4f8::1']",
            "[url:value = 'https://login.attacker.net/o\\'neil?a=b']",
            "[file:hashes.'MD5' = '0123456789abcdef0123456789abcdef']");
    String kept = report.json().toString();
    notice.products().forEach(product -> assertThat(kept).contains(product));
    assertThat(kept)
        .contains("Do not answer.", "Block the domain.", "Tell your staff.", "Pass it on.")
        .contains("Mail that asks for passwords.", notice.number());
    assertThat(read.objects("identity").getFirst().text("name")).contains("CERT Example");
  }

  @Test
  void shouldListEachEventWithWhenItChanged() {
    WarningNotice notice = Notices.published(Notices.FULL, Notices.FULL);
    JsonNode manifest = StixJson.MAPPER.readTree(writer.manifest(List.of(notice)));
    JsonNode head = manifest.path(Notices.ID.toString());

    assertThat(manifest.size()).isEqualTo(1);
    assertThat(head.path("info").asString()).isEqualTo(notice.title());
    assertThat(head.path("timestamp").asString())
        .isEqualTo(String.valueOf(notice.modified().getEpochSecond()));
    assertThat(head.at("/Orgc/name").asString()).isEqualTo("CERT Example");
    Submitted read =
        Submitted.of(new MispFormat(), "manifest.json", writer.manifest(List.of(notice)));
    assertThat(read.rejects()).isEmpty();
    assertThat(read.suppressed()).hasSize(1);
  }

  @Test
  void shouldHashEachValueSoThatItsEventIsFound() {
    String hashes = new String(writer.hashes(List.of(Notices.published(Notices.FULL))), UTF_8);

    assertThat(hashes.lines()).allMatch(line -> line.matches("[0-9a-f]{32}," + Notices.ID));
    assertThat(Submitted.of(new MispFormat(), "hashes.csv", hashes).rejects()).isEmpty();
    assertThat(hashes).contains(md5("login.attacker.net") + "," + Notices.ID);
  }

  @Test
  void shouldTellOfAWithdrawalNothingButThatItWas() {
    WarningNotice gone = Notices.withdrawn(Notices.FULL);
    Submitted read = Submitted.of(new MispFormat(), "event.json", writer.event(gone));

    assertThat(read.rejects()).isEmpty();
    assertThat(read.objects("indicator")).isEmpty();
    assertThat(new String(writer.event(gone), UTF_8))
        .contains("was withdrawn")
        .doesNotContain("Phishing", "attacker", "CVE-2026", "passwords");
    assertThat(writer.hashes(List.of(gone))).isEmpty();
  }

  @Test
  void shouldKeepTheIdOfAnAttributeFromVersionToVersion() {
    JsonNode first = attributes(Notices.published(Notices.FULL));
    JsonNode second = attributes(Notices.published(Notices.FULL, Notices.FULL));

    assertThat(second.at("/0/uuid")).isEqualTo(first.at("/0/uuid"));
    assertThat(second.at("/0/timestamp")).isNotEqualTo(first.at("/0/timestamp"));
  }

  private JsonNode attributes(WarningNotice notice) {
    return StixJson.MAPPER.readTree(writer.event(notice)).at("/Event/Attribute");
  }

  private static List<String> patterns(Submitted read) {
    return read.objects("indicator").stream().flatMap(one -> one.text("pattern").stream()).toList();
  }

  private static String md5(String text) {
    return Hashing.md5().hashString(text, UTF_8).toString();
  }
}
