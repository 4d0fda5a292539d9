package org.tocsin.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.benign.Widest;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;
import org.tocsin.model.warning.Observable;

/** What machines may be told to block. */
class BlockableTest {
  private final Blockable blockable =
      new Blockable(
          WarningList.of(
              "benign.txt", List.of("8.8.8.8 resolver", "everybody.net everybody"), Widest.USUAL),
          List.of(
              organisation("bank", OrganisationKind.CONSTITUENT, false),
              organisation("closed", OrganisationKind.CONSTITUENT, true),
              organisation("cert", OrganisationKind.NATIONAL_CERT, false)));

  private static Organisation organisation(String id, OrganisationKind kind, boolean retired) {
    List<String> assets =
        switch (id) {
          case "bank" -> List.of("45.83.64.0/24", "2a01:4f8::/32", "www.bank.net", "AS64496");
          case "closed" -> List.of("45.84.0.0/24", "closed.net");
          default -> List.of("FR", "45.0.0.0/8", "net");
        };
    return new Organisation(
        id,
        id,
        kind,
        null,
        List.of(),
        List.of(),
        Stream.of(assets.toArray(String[]::new)).map(NetworkAsset::parse).toList(),
        List.of(),
        null,
        retired);
  }

  @ParameterizedTest
  @CsvSource({
    "ip, 45.83.65.1",
    "ip, 45.84.0.1",
    "ip, 45.83.65.0/24",
    "ip, 2a02::1",
    "domain, attacker.net",
    "domain, mail.bank.net",
    "domain, attacker.fr",
    "domain, closed.net",
    "url, https://attacker.net/x",
    "url, https://everybody.net/bad",
    "url, https://bank.net/x",
    "url, http://45.83.65.1/x",
    "email, a@attacker.net",
    "md5, 0123456789abcdef0123456789abcdef"
  })
  void shouldAllowWhatIsNobodys(String type, String value) {
    assertThat(blockable.allows(new Observable(type, value))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ip, 8.8.8.8",
    "ip, 10.1.2.3",
    "ip, 45.83.64.1",
    "ip, 45.83.64.128/25",
    "ip, 45.83.0.0/16",
    "ip, 2a01:4f8::1",
    "ip, 2a01::/16",
    "domain, everybody.net",
    "domain, www.bank.net",
    "domain, a.www.bank.net",
    "domain, bank.net",
    "domain, net",
    "domain, no_name$",
    "url, https://www.bank.net/x",
    "url, https://45.83.64.1/x",
    "url, https://[2a01:4f8::1]/x",
    "url, https://10.1.2.3/x",
    "url, mailto:nobody",
    "email, a@www.bank.net"
  })
  void shouldNotAllowWhatIsBenignOrAConstituentsOrCannotBeTold(String type, String value) {
    assertThat(blockable.allows(new Observable(type, value))).isFalse();
  }
}
