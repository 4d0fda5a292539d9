package org.tocsin.formats.blocklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.blocklist.ListWriter.Kind;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Observable;

/** Lists as firewalls, resolvers and scripts load them. */
class ListWriterTest {
  private static final List<Listed> LISTED =
      List.of(
          listed("domain", "b.attacker.net"),
          listed("domain", "a.attacker.net"),
          listed("domain", "a.attacker.net"),
          listed("domain", "no_name\"of,the;net$"),
          listed("ip", "45.83.64.1"),
          listed("ip", "45.83.64.0/24"),
          listed("ip", "2a01:4f8::1"),
          listed("ip", "2a01:4f8::/32"),
          listed("url", "https://a.attacker.net/\"x\",y"),
          listed("email", "spam@attacker.net"),
          listed("md5", "0123456789abcdef0123456789abcdef"));

  private static Listed listed(String type, String value) {
    return new Listed(
        new Observable(type, value),
        "W-2026-000001",
        Tlp.GREEN,
        Instant.parse("2026-12-31T00:00:00Z"));
  }

  @Test
  void shouldWriteEachEntryOfAKindOnceAndInOrder() {
    assertThat(text(ListWriter.plain(LISTED, Kind.IP)))
        .isEqualTo("2a01:4f8::/32\n2a01:4f8::1\n45.83.64.0/24\n45.83.64.1\n");
    assertThat(text(ListWriter.plain(LISTED, Kind.DOMAIN)))
        .isEqualTo("a.attacker.net\nb.attacker.net\nno_name\"of,the;net$\n");
    assertThat(text(ListWriter.plain(LISTED, Kind.URL)))
        .isEqualTo("https://a.attacker.net/\"x\",y\n");
    assertThat(text(ListWriter.plain(LISTED, Kind.HASH)))
        .isEqualTo("0123456789abcdef0123456789abcdef\n");
    assertThat(ListWriter.plain(List.of(), Kind.IP)).isEmpty();
  }

  /** RFC 4180. */
  @Test
  void shouldQuoteWhatIsSeparatedByCommas() {
    assertThat(text(ListWriter.csv(LISTED)))
        .startsWith("type,value,warning,tlp,valid_until\r\n")
        .contains(
            "url,\"https://a.attacker.net/\"\"x\"\",y\",W-2026-000001,TLP:GREEN,"
                + "2026-12-31T00:00:00.000000Z\r\n")
        .contains("email-addr,\"spam@attacker.net\",");
  }

  @Test
  void shouldWriteAZoneThatAnswersNoSuchName() {
    List<String> zone = text(ListWriter.zone(LISTED, 1_700_000_000L)).lines().toList();

    assertThat(zone.subList(0, 3))
        .containsExactly(
            "$TTL 300",
            "@ SOA localhost. root.localhost. 1700000000 3600 600 604800 300",
            "@ NS localhost.");
    assertThat(zone.subList(3, zone.size()))
        .containsExactlyInAnyOrder(
            "a.attacker.net CNAME .",
            "*.a.attacker.net CNAME .",
            "b.attacker.net CNAME .",
            "*.b.attacker.net CNAME .",
            "32.1.64.83.45.rpz-ip CNAME .",
            "24.0.64.83.45.rpz-ip CNAME .",
            "128.1.zz.4f8.2a01.rpz-ip CNAME .",
            "32.zz.4f8.2a01.rpz-ip CNAME .");
  }

  private static String text(byte[] list) {
    return new String(list, UTF_8);
  }
}
