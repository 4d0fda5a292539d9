package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.sco.NetworkTraffic.End;
import org.tocsin.model.stix.StixObject;

/** The ids were computed apart from this code, from the JSON each test names. */
class ScoSetTest {
  private static final String ADDRESS = "ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd";

  private final ScoSet scos = new ScoSet();

  @Test
  void shouldDeriveIdsFromValues() {
    assertThat(scos.address(new IpAddress("198.51.100.3", false)))
        .isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    assertThat(scos.domainName(new DomainName("example.com")))
        .isEqualTo("domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7");
    assertThat(scos.autonomousSystem(15139))
        .isEqualTo("autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff");
    assertThat(scos.software("nginx", "1.2"))
        .isEqualTo("software--7bad7e45-a329-5317-a62b-e961b6de46ef");
    assertThat(scos.userAccount("root"))
        .isEqualTo("user-account--3d209579-8f71-5179-b6a3-49509efb52cc");
  }

  @Test
  void shouldDeriveTheIdOfTrafficFromItsEndsAndProtocols() {
    NetworkTraffic traffic =
        new NetworkTraffic(null, new End(ADDRESS, 80), List.of("ipv4", "tcp", "http"), null);
    assertThat(scos.networkTraffic(traffic))
        .isEqualTo("network-traffic--c67ae783-c90f-5f21-bd37-f3a0bac5b9c2");
  }

  @Test
  void shouldDeriveTheIdOfTrafficFromItsRequestToo() {
    HttpRequest request = new HttpRequest("GET", "/a", "HTTP/1.1", Map.of("User-Agent", "x\"y"));
    NetworkTraffic traffic =
        new NetworkTraffic(null, new End(ADDRESS, null), List.of("ipv4"), request);
    assertThat(scos.networkTraffic(traffic))
        .isEqualTo("network-traffic--d715a3a8-7fe4-5a22-b4d5-b270c87fd254");
  }

  @Test
  void shouldRefuseTrafficWithoutAnyEnd() {
    End nobody = new End(null, 80);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkTraffic(null, nobody, List.of("tcp"), null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkTraffic(new End(ADDRESS, 1), null, List.of(), null));
  }

  @Test
  void shouldLetOnlyThePreferredHashContribute() {
    Hashes hashes = new Hashes();
    hashes.add(Hashes.Algorithm.SHA_256, "ab".repeat(32));
    hashes.add(Hashes.Algorithm.MD5, "0CC175B9C0F1B6A831C399E269772661");
    assertThat(scos.file(hashes)).isEqualTo("file--4e44643c-c9be-5146-8edf-c5f1a650fd5f");
    assertThat(scos.objects().get(0).json().get("hashes").propertyNames())
        .containsExactly("MD5", "SHA-256");
  }

  @Test
  void shouldDeriveTheIdOfACertificateFromHashAndSerialNumber() {
    Hashes hashes = new Hashes();
    hashes.add(
        Hashes.Algorithm.SHA_1, "AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD");
    Certificate certificate =
        new Certificate(hashes, "1A", "CN=Example CA", null, Instant.EPOCH, null, "sha256", "rsa");
    assertThat(scos.certificate(certificate))
        .isEqualTo("x509-certificate--274d52d3-8a56-57df-ba4b-01425a04d578");
    assertThat(scos.objects().get(0).text("validity_not_before"))
        .contains("1970-01-01T00:00:00.000Z");
  }

  @Test
  void shouldNotTakeACertificateForKnownWithoutHashOrSerialNumber() {
    Certificate nameless =
        new Certificate(new Hashes(), null, "CN=a", "CN=b", null, null, null, null);
    assertThat(nameless.isIdentified()).isFalse();
  }

  @Test
  void shouldHoldEachObjectOnceInTheOrderTheyCame() {
    String domain = scos.domainName(new DomainName("example.com"));
    String first = scos.address(new IpAddress("192.0.2.1", false));
    String second = scos.address(new IpAddress("2001:db8::1", true));
    String again = scos.domainName(new DomainName("example.com"));
    scos.resolvesTo(domain, first);
    scos.resolvesTo(again, second);
    scos.resolvesTo(domain, first);
    assertThat(scos.ids()).containsExactly(domain, first, second);
    List<StixObject> objects = scos.objects();
    assertThat(objects).extracting(StixObject::id).containsExactly(domain, first, second);
    assertThat(objects.get(0).texts("resolves_to_refs")).containsExactly(first, second);
    assertThat(objects.get(0).text("spec_version")).contains("2.1");
  }

  @Test
  void shouldReferOnlyFromWhatIsThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scos.belongsTo(ADDRESS, scos.autonomousSystem(1)));
  }
}
