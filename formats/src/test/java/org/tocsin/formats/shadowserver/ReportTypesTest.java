package org.tocsin.formats.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTypesTest {
  private static final Set<String> REPORT =
      Set.of("timestamp", "ip", "port", "hostname", "asn", "geo", "region", "city");

  private final ReportTypes types = ReportTypes.all();

  @ParameterizedTest
  @CsvSource({
    "2026-11-20-scan_http-germany-geo.csv,scan_http",
    "scan_http.csv,scan_http",
    "scan_http,scan_http",
    "SCAN-HTTP.CSV,scan_http",
    "2026-11-20-scan_http_vulnerable-example-asn.csv,scan_http_vulnerable",
    "2026-11-20-scan6_http-germany-geo.csv,scan6_http",
    "archive.zip/2026-11-20-scan_ssl.csv,scan_ssl",
    "C:\\reports\\event4_honeypot_ddos_target.csv,event4_honeypot_ddos_target",
    "2026-11-20-scan_ssh-special-asn.csv,scan_ssh",
    "copy of 2026-11-20-scan_ntp.csv,scan_ntp",
    "event6_sinkhole_http.csv,event6_sinkhole_http",
    "Drone.csv,event4_sinkhole",
    "drone-hadoop.csv,event4_sinkhole",
    "Darknet.csv,event4_honeypot_darknet",
    "Open-IPMI.csv,scan_ipmi",
    "Accessible-Rsync.csv,scan_rsync",
    "IPv6-Open-HTTP-Proxy.csv,scan6_http_proxy",
    "SSL-POODLE-Vulnerable-Servers IPv6,scan6_ssl_poodle",
    "Microsoft-Sinkhole-Events-HTTP IPv4,event4_microsoft_sinkhole_http",
    "Ssl-Freak-Scan.csv,scan_ssl_freak",
    "shadowserver.ntp-version--Whatever.csv,scan_ntp",
    "shadowserver.isakmp--Whatever.csv,scan_isakmp",
    "caida_ip_spoofer.csv,event4_ip_spoofer"
  })
  void shouldFindTheTypeInTheName(String name, String type) {
    assertThat(types.decide(name, Set.of("whatever")))
        .isInstanceOfSatisfying(
            TypeDecision.Named.class, named -> assertThat(named.type().name()).isEqualTo(type));
  }

  @Test
  void shouldTakeAShortNameOnlyForAReport() {
    assertThat(types.decide("ssh.csv", REPORT)).isInstanceOf(TypeDecision.Named.class);
    assertThat(types.decide("ssh.csv", Set.of("timestamp", "user", "ip")))
        .isInstanceOf(TypeDecision.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "report.csv", "2026-11-20.csv", "scan_new_ssh.csv", "scan_httpx.csv"})
  void shouldFindNothingInOtherNames(String name) {
    assertThat(types.decide(name, Set.of("whatever"))).isInstanceOf(TypeDecision.Unknown.class);
  }

  @Test
  void shouldFindTheTypeInTheColumnsWhereOneFamilyHasThem() {
    for (String name : List.of("scan_http", "scan_dns", "event4_honeypot_darknet", "blocklist")) {
      ReportFamily family = family(name);
      assertThat(types.decide("report.csv", family.columns()))
          .isEqualTo(new TypeDecision.Fitting(family));
      assertThat(types.decide(null, family.columns())).isEqualTo(new TypeDecision.Fitting(family));
    }
  }

  @Test
  void shouldFindTheTypeInOlderColumns() {
    Set<String> older = new HashSet<>(family("scan_mongodb").columns());
    older.removeAll(Set.of("severity", "hostname_source", "visible_databases"));
    older.add("sic");
    assertThat(types.decide(null, older))
        .isEqualTo(new TypeDecision.Fitting(family("scan_mongodb")));
  }

  @Test
  void shouldListTheCandidatesWhereSeveralTypesHaveTheColumns() {
    assertThat(types.decide("report.csv", family("scan_bgp").columns()))
        .isEqualTo(
            new TypeDecision.Ambiguous(
                List.of("population_bgp", "population6_bgp", "scan_bgp", "scan6_bgp")));
    assertThat(types.decide(null, family("event4_sinkhole").columns()))
        .isInstanceOf(TypeDecision.Ambiguous.class);
    assertThat(types.decide(null, REPORT))
        .isInstanceOfSatisfying(
            TypeDecision.Ambiguous.class,
            ambiguous -> assertThat(ambiguous.candidates()).contains("scan_socks", "scan_chargen"));
  }

  @Test
  void shouldNotTakeAReportByFewOfItsColumns() {
    assertThat(types.decide(null, Set.of("timestamp", "ip", "bits", "ok", "allocator")))
        .isInstanceOf(TypeDecision.Unknown.class);
  }

  @Test
  void shouldNotTakeAnotherTableForAReport() {
    assertThat(types.decide(null, Set.of("id", "dateadded", "url", "url_status", "threat")))
        .isInstanceOf(TypeDecision.Unknown.class);
    assertThat(types.decide(null, Set.of("first", "last")))
        .isInstanceOf(TypeDecision.Unknown.class);
  }

  @Test
  void shouldNeverTakeColumnsForAnotherFamilysThanTheirs() {
    for (ReportFamily family : types.families()) {
      TypeDecision decision = types.decide(null, family.columns());
      if (decision instanceof TypeDecision.Fitting fitting) {
        assertThat(fitting.family()).isEqualTo(family);
      } else {
        assertThat(decision)
            .isInstanceOfSatisfying(
                TypeDecision.Ambiguous.class,
                ambiguous -> assertThat(ambiguous.candidates()).contains(family.name()));
      }
    }
  }

  @Test
  void shouldNameEveryTypeOnce() {
    List<String> names = new ArrayList<>();
    for (ReportFamily family : types.families()) {
      names.add(family.name());
      names.addAll(family.names());
      if (family.ipv6Name() != null) {
        names.add(family.ipv6Name());
      }
    }
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_]+"));
    assertThat(types.families()).hasSizeGreaterThan(115);
  }

  @Test
  void shouldGiveEveryFamilyATimeAndSomethingToSearchBy() {
    Set<Role> indicators = Set.of(Role.ADDRESS, Role.NETWORK, Role.URL, Role.EMAIL, Role.FILE);
    for (ReportFamily family : types.families()) {
      Layout layout = new Layout(new ArrayList<>(new LinkedHashSet<>(family.columns())), family);
      assertThat(layout.columns(Role.TIME)).as(family.name()).hasSize(1);
      assertThat(indicators).as(family.name()).anyMatch(role -> layout.columns(role).length > 0);
    }
  }

  private ReportFamily family(String name) {
    return types.families().stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
