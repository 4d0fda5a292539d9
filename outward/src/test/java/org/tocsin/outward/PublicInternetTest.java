package org.tocsin.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.19.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:0:808:808",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1"
      })
  void shouldNotTakeForPublicWhatIsNot(String address) throws UnknownHostException {
    assertThat(PublicInternet.contains(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888", "2a00::1"})
  void shouldKnowWhatIsPublic(String address) throws UnknownHostException {
    assertThat(PublicInternet.contains(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void shouldAllowWhatTheOperatorNames() throws UnknownHostException {
    AllowList list = AllowList.of(List.of("Peer.example", "10.1.0.0/16", "fd00::1"));

    assertThat(list.hasHost("peer.Example")).isTrue();
    assertThat(list.hasHost("other.example")).isFalse();
    assertThat(list.hasAddress(InetAddress.getByName("10.1.2.3"))).isTrue();
    assertThat(list.hasAddress(InetAddress.getByName("10.2.2.3"))).isFalse();
    assertThat(list.hasAddress(InetAddress.getByName("fd00::1"))).isTrue();
    assertThatThrownBy(() -> AllowList.of(List.of("10.1.0.0/99"))).hasMessageContaining("10.1.0.0");
    assertThatThrownBy(() -> AllowList.of(List.of("http://x"))).hasMessageContaining("http://x");
  }

  @Test
  void shouldReadHowLongToWait() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(RetryAfter.of("120", now)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.of("Thu, 01 Jan 2026 00:01:00 GMT", now))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.of("Wed, 31 Dec 2025 00:01:00 GMT", now)).isZero();
    assertThat(RetryAfter.of("999999999", now)).isEqualTo(Duration.ofDays(7));
    assertThat(RetryAfter.of("soon", now)).isZero();
  }
}
