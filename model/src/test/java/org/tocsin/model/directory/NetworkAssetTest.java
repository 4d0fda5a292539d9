package org.tocsin.model.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.journal.EntityJson;

class NetworkAssetTest {
  @ParameterizedTest
  @CsvSource({
    "AS3215, Asn, AS3215",
    "as0, Asn, AS0",
    "192.0.2.0/24, Cidr, 192.0.2.0/24",
    "192.0.2.1, Cidr, 192.0.2.1/32",
    "0.0.0.0/0, Cidr, 0.0.0.0/0",
    "2001:DB8:0:0::/32, Cidr, 2001:db8::/32",
    "2001:db8::1, Cidr, 2001:db8::1/128",
    "Example.ORG., Domain, example.org",
    "xn--p1ai, Domain, xn--p1ai",
    "_dmarc.example.org, Domain, _dmarc.example.org",
    "fr, CountryCode, FR",
    ".uk, CountryCode, GB"
  })
  void shouldReadEachKindIntoItsOneSpelling(String given, String kind, String text) {
    NetworkAsset asset = NetworkAsset.parse(given);
    assertThat(asset.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(asset.text()).isEqualTo(text);
    assertThat(NetworkAsset.parse(text)).isEqualTo(asset);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AS4294967296",
        "AS99999999999999999999",
        "192.0.2.1/24",
        "192.0.2.0/33",
        "192.0.2",
        "192.0.02.0/24",
        "192.0.2.*",
        "192.0.2.0-255",
        "192.0.2.0/255.255.255.0",
        "/24",
        "2001:db8::1/64",
        "2001:db8::%eth0",
        "2001:db8::/129",
        "::/0",
        "::ffff:192.0.2.0/120",
        "exa mple.org",
        "-a.org",
        "a..org",
        "münchen.de",
        "1"
      })
  void shouldRefuseWhatIsNoAsset(String text) {
    assertThatThrownBy(() -> NetworkAsset.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(a|an) (block|domain|country|autonomous system) is .*");
  }

  @Test
  void shouldBeWrittenDownAsOneText() {
    record Written(NetworkAsset asset) {}

    var tree = EntityJson.tree(new Written(new Asn(64_496)));
    assertThat(tree.toString()).isEqualTo("{\"asset\":\"AS64496\"}");
    assertThat(EntityJson.read(tree, Written.class)).isEqualTo(new Written(new Asn(64_496)));
  }
}
