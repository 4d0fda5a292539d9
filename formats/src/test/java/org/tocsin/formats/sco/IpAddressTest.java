package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,192.0.2.1,false",
    "0.0.0.0,0.0.0.0,false",
    "255.255.255.255,255.255.255.255,false",
    "2001:DB8:0:0:0::1,2001:db8::1,true",
    "::,::,true",
    "::ffff:192.0.2.1,192.0.2.1,false",
    "fe80::1,fe80::1,true"
  })
  void shouldGiveAnAddressItsOneSpelling(String text, String value, boolean ipv6) {
    assertThat(IpAddress.parse(text)).contains(new IpAddress(value, ipv6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4 ",
        "1.2.3.4/24",
        "1.2.3.4:80",
        "0x1.2.3.4",
        "example.com",
        "fe80::1%eth0",
        "[::1]",
        ":::",
        "1.2.3.99999999999999999999",
        "١.2.3.4"
      })
  void shouldRefuseWhatIsNoAddress(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24,192.0.2.0/24",
    "192.0.2.7/24,192.0.2.0/24",
    "1.2.3.4/0,0.0.0.0/0",
    "2001:db8::ffff:1/32,2001:db8::/32",
    "::ffff:192.0.2.7/120,192.0.2.0/24",
    "192.0.2.1/32,192.0.2.1",
    "192.0.2.1,192.0.2.1",
    "0.0.0.0/0,0.0.0.0/0",
    "2001:db8:0::/48,2001:db8::/48",
    "2001:db8::1/128,2001:db8::1"
  })
  void shouldReadNetworks(String text, String value) {
    assertThat(IpAddress.parseNetwork(text)).map(IpAddress::value).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.0/",
        "192.0.2.0/33",
        "192.0.2.0/024",
        "192.0.2.0/-1",
        "/24",
        "::/129",
        "::ffff:192.0.2.7/64"
      })
  void shouldRefuseWhatIsNoNetwork(String text) {
    assertThat(IpAddress.parseNetwork(text)).isEmpty();
  }
}
