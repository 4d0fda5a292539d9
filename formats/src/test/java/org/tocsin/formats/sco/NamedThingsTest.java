package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, ids and names that have one spelling here, whatever format they come in. */
class NamedThingsTest {
  @Test
  void shouldReadTheNumberOfAnAutonomousSystemHoweverItIsWritten() {
    assertThat(Asn.parse("AS64500")).contains(new Asn(64_500));
    assertThat(Asn.parse("as 64500")).contains(new Asn(64_500));
    assertThat(Asn.parse("4294967295")).contains(new Asn(4_294_967_295L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "4294967296", "AS", "-1", "1.10", "99999999999", "", "ASN", "A64500"})
  void shouldNotTakeAnythingElseForAnAutonomousSystem(String text) {
    assertThat(Asn.parse(text)).isEmpty();
  }

  @Test
  void shouldReadPortsUpToTheLast() {
    assertThat(Port.parse("0")).hasValue(0);
    assertThat(Port.parse("65535")).hasValue(65_535);
    for (String none : new String[] {"65536", "-1", "", "80/tcp", " 80", "\u0661"}) {
      assertThat(Port.parse(none)).as(none).isEmpty();
    }
  }

  @Test
  void shouldWriteACveInCapitals() {
    assertThat(CveId.parse(" cve-2026-12345 ")).contains(new CveId("CVE-2026-12345"));
    for (String none :
        new String[] {"CVE-2026-123", "CVE-26-12345", "CVE-2026-12345x", "2026-12345", ""}) {
      assertThat(CveId.parse(none)).as(none).isEmpty();
    }
  }

  @Test
  void shouldWriteAFingerprintOfTlsInSmallLetters() {
    assertThat(Ja3.parse("E7D705A3286E19EA42F587B344EE6865"))
        .contains(new Ja3("e7d705a3286e19ea42f587b344ee6865"));
    assertThat(Ja3.parse("e7d705a3286e19ea42f587b344ee686")).isEmpty();
    assertThat(Ja3.parse("e7d705a3286e19ea42f587b344ee686g")).isEmpty();
  }

  @Test
  void shouldKeepTheSpellingOfNames() {
    assertThat(FileName.parse(" Invoice 7.PDF ")).contains(new FileName("Invoice 7.PDF"));
    assertThat(MutexName.parse("Global\\It's")).contains(new MutexName("Global\\It's"));
    for (String none : new String[] {"", "  ", "a\u0000b", "a\nb", "x".repeat(1_001)}) {
      assertThat(FileName.parse(none)).isEmpty();
      assertThat(MutexName.parse(none)).isEmpty();
    }
  }
}
