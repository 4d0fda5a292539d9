package org.tocsin.formats.shadowserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.framing.Slice;
import org.tocsin.formats.record.StixCheck;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class ShadowserverFormatTest {
  private static final String SCAN =
      "timestamp,ip,protocol,port,hostname,tag,asn,geo,region,city,server\n";
  private static final String ROW =
      "2026-11-20 01:02:03,192.0.2.1,tcp,8080,www.example.com,http,64496,UK,,LONDON,nginx\n";

  @Test
  void shouldDescribeItself() {
    ShadowserverFormat format = new ShadowserverFormat();
    assertThat(format.name()).isEqualTo("shadowserver-csv");
    assertThat(format.framing()).isEqualTo(Framing.ROWS);
    assertThat(format.version()).isPositive();
  }

  @Test
  void shouldMakeAnObservationOfARow() {
    Observation observation = Reports.only("scan_http.csv", SCAN + ROW);
    assertThat(observation.observedAt()).isEqualTo(Instant.parse("2026-11-20T01:02:03Z"));
    assertThat(observation.rsit()).isEqualTo(Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE);
    assertThat(observation.reportType()).isEqualTo("scan_http");
    assertThat(observation.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(observation.objects())
        .extracting(StixObject::type)
        .containsExactly(
            "observed-data",
            "ipv4-addr",
            "autonomous-system",
            "domain-name",
            "network-traffic",
            "software");
  }

  @Test
  void shouldWriteTheObservedData() {
    Observation observation = Reports.only("scan_http.csv", SCAN + ROW);
    StixObject observed = observation.objects().get(0);
    assertThat(observed.id()).isEqualTo("observed-data--" + observation.contentId());
    assertThat(observed.text("created_by_ref"))
        .contains(Reports.NAMESPACE.providerIdentity("shadowserver"));
    assertThat(observed.text("created")).contains("2026-11-20T10:11:12.123Z");
    assertThat(observed.text("modified")).contains("2026-11-20T10:11:12.123Z");
    assertThat(observed.text("first_observed")).contains("2026-11-20T01:02:03.000Z");
    assertThat(observed.text("last_observed")).contains("2026-11-20T01:02:03.000Z");
    assertThat(observed.json().get("number_observed").intValue()).isEqualTo(1);
    assertThat(observed.markingRefs()).containsExactly(Tlp.AMBER.markingId());
    assertThat(observed.texts("object_refs"))
        .isEqualTo(observation.objects().stream().skip(1).map(StixObject::id).toList());
  }

  @Test
  void shouldKeepEveryFieldInTheExtension() {
    JsonNode extension = extension(Reports.only("scan_http.csv", SCAN + ROW));
    assertThat(extension.get("extension_type").stringValue()).isEqualTo("property-extension");
    assertThat(extension.get(TocsinExtension.CLASSIFICATION).stringValue()).isEqualTo("vulnerable");
    assertThat(extension.get(TocsinExtension.CLASSIFICATION_TYPE).stringValue())
        .isEqualTo("potentially-unwanted-accessible");
    assertThat(extension.get(TocsinExtension.PROVIDER).stringValue()).isEqualTo("shadowserver");
    assertThat(extension.get(TocsinExtension.FEED).stringValue()).isEqualTo("reports");
    assertThat(extension.get(TocsinExtension.REPORT_TYPE).stringValue()).isEqualTo("scan_http");
    assertThat(extension.get(TocsinExtension.COUNTRIES).toString()).isEqualTo("[\"GB\"]");
    JsonNode fields = extension.get(TocsinExtension.FIELDS);
    assertThat(fields.propertyNames())
        .containsExactly(
            "timestamp",
            "ip",
            "protocol",
            "port",
            "hostname",
            "tag",
            "asn",
            "geo",
            "city",
            "server");
    assertThat(fields.get("geo").stringValue()).isEqualTo("UK");
  }

  @Test
  void shouldKeepUnknownAndRepeatedColumns() {
    Observation observation =
        Reports.only(
            "scan_http.csv", "timestamp,ip,type,Brand New,type,\n2026-11-20,192.0.2.1,a,b,c,d\n");
    JsonNode fields = extension(observation).get(TocsinExtension.FIELDS);
    assertThat(fields.get("type").stringValue()).isEqualTo("a");
    assertThat(fields.get("Brand New").stringValue()).isEqualTo("b");
    assertThat(fields.get("type_2").stringValue()).isEqualTo("c");
    assertThat(fields.get("column_6").stringValue()).isEqualTo("d");
  }

  @Test
  void shouldMakeTheExposedServiceTheTargetOfTheTraffic() {
    Observation observation = Reports.only("scan_http.csv", SCAN + ROW);
    JsonNode traffic = object(observation, "network-traffic");
    assertThat(traffic.get("dst_ref").stringValue())
        .isEqualTo(object(observation, "ipv4-addr").get("id").stringValue());
    assertThat(traffic.get("dst_port").intValue()).isEqualTo(8080);
    assertThat(traffic.get("protocols").toString()).isEqualTo("[\"ipv4\",\"tcp\",\"http\"]");
    assertThat(traffic.has("src_ref")).isFalse();
  }

  @Test
  void shouldDeriveTheContentIdFromHeaderRowAndOrigin() {
    UUID id = Reports.only("scan_http.csv", SCAN + ROW).contentId();
    byte[] header = SCAN.strip().getBytes(UTF_8);
    byte[] row = ROW.strip().getBytes(UTF_8);
    assertThat(id)
        .isEqualTo(
            Reports.NAMESPACE.contentId(
                new Origin("shadowserver", "reports"),
                "shadowserver-csv:scan_http",
                List.of(header, row)));
    String windows = (SCAN + ROW).replace("\n", "\r\n");
    assertThat(Reports.only("scan_http.csv", windows).contentId()).isEqualTo(id);
    assertThat(Reports.only("scan_http.csv", "\uFEFF" + SCAN + ROW).contentId()).isEqualTo(id);
    assertThat(Reports.only("2026-11-21-scan_http-at.csv", SCAN + ROW).contentId()).isEqualTo(id);
    assertThat(Reports.only("scan_cwmp.csv", SCAN + ROW).contentId()).isNotEqualTo(id);
    assertThat(Reports.only("scan_http.csv", SCAN + ROW.replace("nginx", "nginx/1")).contentId())
        .isNotEqualTo(id);
  }

  @Test
  void shouldSayWhereTheBytesOfARecordAre() {
    String text = "\uFEFF" + SCAN + "\r\n" + ROW + ROW.replace("LONDON", "\"LON\nDON\"");
    RawRecord raw = Reports.raw("scan_http.csv", text.getBytes(UTF_8));
    List<Accepted> accepted = Reports.normalise(raw).accepted();
    assertThat(accepted).extracting(Accepted::position).containsExactly(0, 1);
    assertThat(bytesOf(raw, accepted.get(0))).isEqualTo(ROW.strip());
    assertThat(bytesOf(raw, accepted.get(1))).contains("\"LON\nDON\"").endsWith("nginx");
  }

  @Test
  void shouldReadASliceUnderTheHeaderBeforeIt() {
    Slice slice = new Slice(SCAN.getBytes(UTF_8), ROW.getBytes(UTF_8), 501, 1);
    RawRecord raw = Reports.raw("scan_http.csv", 1, slice);
    Accepted accepted = Reports.normalise(raw).accepted().get(0);
    assertThat(accepted.position()).isZero();
    assertThat(bytesOf(raw, accepted)).isEqualTo(ROW.strip());
    assertThat(Reports.observation(accepted).contentId())
        .isEqualTo(Reports.only("scan_http.csv", SCAN + ROW).contentId());
  }

  @Test
  void shouldTellTheTwinForIpv6ByTheAddressWhereOnlyTheColumnsDecide() {
    String header = "timestamp,ip,port,gitversion,sysinfo,opensslversion,allocator,bits,ok\n";
    String row = ",27017,v,s,o,a,64,1\n";
    Observation four = Reports.only("r.csv", header + "2026-11-20,192.0.2.1" + row);
    Observation six = Reports.only("r.csv", header + "2026-11-20,2001:db8::1" + row);
    assertThat(four.reportType()).isEqualTo("scan_mongodb");
    assertThat(six.reportType()).isEqualTo("scan6_mongodb");
    assertThat(object(six, "network-traffic").get("protocols").get(0).stringValue())
        .isEqualTo("ipv6");
  }

  @Test
  void shouldTellSourceAndTargetOfAnEvent() {
    Observation observation = sample("event4_sinkhole_http.csv", 0);
    JsonNode traffic = object(observation, "network-traffic");
    assertThat(value(observation, traffic.get("src_ref"))).isEqualTo("203.0.113.5");
    assertThat(value(observation, traffic.get("dst_ref"))).isEqualTo("192.0.2.80");
    JsonNode request = traffic.at("/extensions/http-request-ext");
    assertThat(request.get("request_method").stringValue()).isEqualTo("get");
    assertThat(request.get("request_value").stringValue()).isEqualTo("/gate.php?id=1");
    assertThat(request.at("/request_header/User-Agent/0").stringValue())
        .isEqualTo("ExampleBot/1.0");
    assertThat(values(observation, "url")).containsExactly("http://cc.example.com/gate.php?id=1");
    assertThat(values(observation, "domain-name"))
        .containsExactly("client-5.example.net", "cc.example.com");
    assertThat(observation.rsit()).isEqualTo(Rsit.INFECTED_SYSTEM);
  }

  @Test
  void shouldReadOlderEventsWhoseEndsHaveOtherNames() {
    Observation drone =
        Reports.only(
            "Drone.csv",
            "timestamp,ip,port,asn,geo,type,infection,cc_ip,cc_port,cc_dns,count\n"
                + "2026-11-20 00:00:00,192.0.2.1,3218,64496,AT,tcp,bot,203.0.113.1,80,"
                + "cc.example.com,12\n");
    JsonNode traffic = object(drone, "network-traffic");
    assertThat(value(drone, traffic.get("src_ref"))).isEqualTo("192.0.2.1");
    assertThat(traffic.get("src_port").intValue()).isEqualTo(3218);
    assertThat(value(drone, traffic.get("dst_ref"))).isEqualTo("203.0.113.1");
    assertThat(traffic.get("protocols").toString()).isEqualTo("[\"ipv4\",\"tcp\"]");
    assertThat(drone.objects().get(0).json().get("number_observed").intValue()).isEqualTo(12);
  }

  @Test
  void shouldPutUrlsTogetherFromTheirParts() {
    String header = "timestamp,src_ip,dst_ip,dst_port,http_host,http_url,url_scheme\n";
    String begin = "2026-11-20,192.0.2.1,192.0.2.2,";
    String[][] cases = {
      {"80,example.com,/a,", "http://example.com/a"},
      {"443,example.com,/a,", "https://example.com/a"},
      {"8443,example.com:8443,GET /a?b HTTP/1.1,HTTPS", "https://example.com:8443/a?b"},
      {"80,192.0.2.2,/a,", "http://192.0.2.2/a"},
      {"80,,http://example.org/x,", "http://example.org/x"}
    };
    for (String[] one : cases) {
      Observation observation =
          Reports.only("event4_sinkhole_http.csv", header + begin + one[0] + "\n");
      assertThat(values(observation, "url")).containsExactly(one[1]);
    }
    Observation without =
        Reports.only("event4_sinkhole_http.csv", header + begin + "80,no host,/a,\n");
    assertThat(values(without, "url")).isEmpty();
  }

  @Test
  void shouldKeepTheNumberWithinTheStandard() {
    String header = "timestamp,ip,count\n2026-11-20,192.0.2.1,";
    for (String count : List.of("0", "-3", "many", "1.5", "")) {
      assertThat(number(Reports.only("darknet.csv", header + count + "\n"))).isEqualTo(1);
    }
    assertThat(number(Reports.only("darknet.csv", header + "9999999999\n"))).isEqualTo(999_999_999);
  }

  @Test
  void shouldReadWhatTheSamplesHold() {
    assertThat(values(sample("blocklist.csv", 0), "ipv4-addr")).containsExactly("203.0.113.0/24");
    assertThat(values(sample("malware_url.csv", 1), "url"))
        .containsExactly("https://files.example.com/a%20b%7Cc.exe");
    assertThat(values(sample("compromised_account.csv", 0), "email-addr"))
        .containsExactly("jane.doe@example.org");
    assertThat(values(sample("2026-11-20-scan_snmp.csv", 0), "mac-addr"))
        .containsExactly("00:00:5e:00:53:01");
    assertThat(values(sample("ransomware_victim.csv", 0), "domain-name"))
        .containsExactly("www.example.org");
    assertThat(values(sample("compromised_website.csv", 0), "url"))
        .contains("https://shop.example.com/wp-content/x.php", "http://cc.example.net/c");
    assertThat(values(sample("event4_sinkhole_http.csv", 1), "url"))
        .containsExactly("https://xn--mnchen-3ya.example.com/gate.php");
    Observation brute = sample("2026-11-20-event4_honeypot_brute_force.csv", 0);
    assertThat(brute.rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(object(brute, "user-account").get("account_login").stringValue()).isEqualTo("root");
    assertThat(brute.objects().get(0).text("last_observed"))
        .contains("2026-11-20T03:00:01.710968Z");
  }

  @Test
  void shouldNotClaimTrafficBetweenASpammerAndTheSiteItAdvertises() {
    Observation spam = sample("spam_url.csv", 0);
    assertThat(object(spam, "network-traffic").has("src_ref")).isFalse();
    assertThat(values(spam, "ipv4-addr")).containsExactly("192.0.2.33", "198.51.100.25");
    assertThat(values(spam, "email-addr")).containsExactly("spammer@example.com");
  }

  @Test
  void shouldReadTheCertificateAServiceShowed() {
    Observation observation = sample("2026-11-20-scan6_ssl-example-asn.csv", 0);
    JsonNode certificate = object(observation, "x509-certificate");
    assertThat(certificate.get("serial_number").stringValue()).isEqualTo("1A2B3C");
    assertThat(certificate.get("subject").stringValue())
        .isEqualTo("C=AT, O=Example Org, CN=mail.example.org");
    assertThat(certificate.get("issuer").stringValue()).isEqualTo("C=AT, CN=Example CA");
    assertThat(certificate.at("/hashes/SHA-256").stringValue()).isEqualTo("0a".repeat(32));
    assertThat(certificate.get("validity_not_after").stringValue())
        .isEqualTo("2027-01-01T00:00:00.000Z");
    assertThat(values(observation, "ipv6-addr")).containsExactly("2001:db8::20");
    assertThat(sample("2026-11-20-scan6_ssl-example-asn.csv", 1).objects())
        .extracting(StixObject::type)
        .doesNotContain("x509-certificate");
  }

  @Test
  void shouldReadEverySampleToTheLastRow() {
    Optional<StixCheck> check = StixCheck.find();
    for (String name : Samples.NAMES) {
      for (RawRecord raw : Reports.frame(name, Reports.sample(name))) {
        Normalised normalised = Reports.normalise(raw);
        assertThat(normalised.rejects()).as(name).isEmpty();
        assertThat(normalised.accepted()).as(name).hasSize(raw.records()).isNotEmpty();
        for (Accepted accepted : normalised.accepted()) {
          for (StixObject object : Reports.observation(accepted).objects()) {
            check.ifPresent(it -> assertThat(it.errors(object)).as(name).isEmpty());
          }
        }
      }
    }
  }

  private static Observation sample(String name, int position) {
    RawRecord raw = Reports.frame(name, Reports.sample(name)).get(0);
    return Reports.observation(Reports.normalise(raw).accepted().get(position));
  }

  private static String bytesOf(RawRecord raw, Accepted accepted) {
    return new String(raw.text(), accepted.start(), accepted.length(), UTF_8);
  }

  private static JsonNode extension(Observation observation) {
    return observation.objects().get(0).json().get("extensions").get(TocsinExtension.ID);
  }

  private static int number(Observation observation) {
    return observation.objects().get(0).json().get("number_observed").intValue();
  }

  private static JsonNode object(Observation observation, String type) {
    return observation.objects().stream()
        .filter(object -> object.type().equals(type))
        .findFirst()
        .orElseThrow()
        .json();
  }

  private static List<String> values(Observation observation, String type) {
    return observation.objects().stream()
        .filter(object -> object.type().equals(type))
        .map(object -> object.text("value").orElseThrow())
        .toList();
  }

  private static String value(Observation observation, JsonNode ref) {
    return observation.objects().stream()
        .filter(object -> object.id().equals(ref.stringValue()))
        .findFirst()
        .flatMap(object -> object.text("value"))
        .orElseThrow();
  }
}
