package org.tocsin.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;

/** An incident is where whom it is about is, whoever else its record names. */
class PlaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "event4_sinkhole_http_referer.csv"
            + "|timestamp,http_referer_ip,http_referer_asn,http_referer_geo,dst_ip,dst_asn,dst_geo,"
            + "http_host|198.51.100.7,64501,FR,192.0.2.9,64555,ES,c2.example.net|AS64501 FR",
        "event4_sinkhole_http_referer.csv"
            + "|timestamp,http_referer_ip,http_referer_asn,http_referer_geo,dst_ip,dst_asn,dst_geo,"
            + "http_host|198.51.100.7,,,192.0.2.9,64555,ES,c2.example.net|198.51.100.7",
        "event4_sinkhole_http.csv"
            + "|timestamp,src_ip,src_asn,src_geo,dst_ip,dst_asn,dst_geo,http_host,http_url"
            + "|198.51.100.7,,FR,192.0.2.9,64555,ES,c2.example.net,http://c2.example.net/a"
            + "|198.51.100.7 FR",
        "drone.csv|timestamp,ip,asn,geo,hostname,url,cc_ip,cc_asn,cc_geo,cc_dns,infection"
            + "|198.51.100.7,,FR,,/gate,192.0.2.9,64555,ES,c2.example.net,bot|198.51.100.7 FR",
        "ransomware_victim.csv|timestamp,entity_name,website,geo,leak_site_url"
            + "|Example,,FR,http://leaks.example.net/x|FR",
        "ransomware_victim.csv|timestamp,entity_name,leak_site_url,website,geo"
            + "|Example,http://leaks.example.net/x,www.example.org,FR|example.org FR",
        "compromised_account.csv|timestamp,email,infection,source_url,username"
            + "|anna@example.org,stealer,http://leaks.example.net/x,anna|example.org",
        "compromised_website.csv|timestamp,ip,asn,geo,http_host,url"
            + "|198.51.100.7,,FR,www.example.org,/a|example.org FR",
        "spam_url.csv|timestamp,url,hostname,ip,asn,geo,sender,src_ip,src_asn,src_geo"
            + "|http://www.example.org/a,www.example.org,198.51.100.7,64501,FR,bob@example.net,"
            + "192.0.2.9,64555,ES|AS64501 FR",
      })
  void shouldBeThatOfTheSubjectInReportsOfShadowserver(
      String name, String header, String row, String place) {
    String csv = header + "\n2026-11-20 00:00:00," + row + "\n";
    assertThat(place("shadowserver-csv", name, csv)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'classification.type':'infected-system','source.ip':'198.51.100.7',"
            + "'source.geolocation.cc':'FR','destination.ip':'192.0.2.9','destination.asn':64555,"
            + "'destination.fqdn':'c2.example.net','destination.geolocation.cc':'ES'}"
            + "|198.51.100.7 FR",
        "{'classification.type':'brute-force','source.ip':'198.51.100.7','source.asn':64501,"
            + "'destination.fqdn':'victim.example.net'}|AS64501",
        "{'classification.type':'phishing','source.url':'http://www.example.org/a',"
            + "'destination.geolocation.cc':'ES'}|example.org",
        "{'classification.type':'infected-system','destination.fqdn':'c2.example.net',"
            + "'malware.hash.md5':'9d5ed678fe57bcca610140957afab571'}|nowhere",
        "{'classification.type':'ddos','destination.fqdn':'www.example.org'}|example.org",
      })
  void shouldBeThatOfTheSourceInIntelmq(String event, String place) {
    assertThat(place("intelmq", "event.json", quoted(event))).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'category':'bots','address':[{'ip':'198.51.100.7','cc':'FR'}],'fqdn':'c2.example.net',"
            + "'url':'http://c2.example.net/a'|198.51.100.7 FR",
        "'category':'bots','fqdn':'c2.example.net'|nowhere",
        "'category':'phish','address':[{'ip':'198.51.100.7'}],'fqdn':'www.example.org'"
            + "|example.org",
        "'category':'cnc','address':[{'ip':'198.51.100.7','asn':64501}],'fqdn':'www.example.org'"
            + "|AS64501",
        "'category':'leak','email':'anna@example.org'|example.org",
      })
  void shouldBeThatOfTheAddressInN6(String event, String place) {
    String json =
        "{'id':'1','source':'a.b','type':'event','confidence':'low','time':'2026-11-20T10:00:00Z',"
            + event
            + "}";
    assertThat(place("n6", "event.json", quoted(json))).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Category':['Intrusion.Botnet'],'Source':[{'Type':['Botnet'],'IP4':['198.51.100.7']},"
            + "{'Type':['CC'],'Hostname':['c2.example.net']}]|198.51.100.7",
        "'Category':['Attempt.Login'],'Source':[{'IP4':['198.51.100.7']}],"
            + "'Target':[{'Hostname':['victim.example.net'],'ASN':[64555]}]|198.51.100.7",
        "'Category':['Availability.DDoS'],'Target':[{'Hostname':['www.example.org']}]"
            + "|example.org",
      })
  void shouldBeThatOfTheSourceInIdea(String event, String place) {
    String json = "{'Format':'IDEA0','ID':'1','DetectTime':'2026-11-20T10:00:00Z'," + event + "}";
    assertThat(place("idea", "event.json", quoted(json))).isEqualTo(place);
  }

  @Test
  void shouldBeThatOfTheSourceInIodef() {
    String document =
        """
        <?xml version="1.0"?>
        <IODEF-Document version="2.00" xmlns="urn:ietf:params:xml:ns:iodef-2.0">
          <Incident purpose="reporting">
            <IncidentID name="csirt.example.com">1</IncidentID>
            <GenerationTime>2026-11-20T10:00:00Z</GenerationTime>
            <Assessment><IncidentCategory type="brute-force"/></Assessment>
            <EventData><Flow>
              <System category="target"><Node><DomainData system-status="innocent-hacked">
                <Name>victim.example.net</Name></DomainData></Node></System>
              <System category="source"><Node>
                <Address category="ipv4-addr">198.51.100.7</Address></Node></System>
            </Flow></EventData>
            <IndicatorData/>
          </Incident>
        </IODEF-Document>
        """;
    Observation seen = only("iodef", "incident.xml", document);
    assertThat(seen.objects()).anySatisfy(o -> assertThat(o.type()).isEqualTo("domain-name"));
    assertThat(
            Placed.of(
                new Observation(
                    seen.contentId(),
                    seen.observedAt(),
                    Rsit.BRUTE_FORCE,
                    seen.reportType(),
                    seen.tlp(),
                    seen.objects())))
        .isEqualTo("198.51.100.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "connection|infected_host|198.51.100.7|'c2_server':'c2.example.net'|198.51.100.7",
        "infrastructure|botnet|198.51.100.7|'c2_server':'c2.example.net',"
            + "'c2_communications':['cc.example.net:443']|198.51.100.7",
        "content|phishing|198.51.100.7|'url':'http://www.example.org/a'|example.org",
      })
  void shouldBeThatOfTheSourceInXarf(
      String category, String type, String source, String more, String place) {
    String json =
        """
        {'xarf_version':'4.2.0','report_id':'dbc8007a-2acf-4d8f-9b9d-760b5b31c59e',
         'timestamp':'2026-11-20T10:00:00Z',
         'reporter':{'org':'Example','contact':'a@example.com','domain':'example.com'},
         'sender':{'org':'Example','contact':'a@example.com','domain':'example.com'},
         'source_identifier':'%s','source_port':443,'category':'%s','type':'%s',
         'evidence_source':'traffic_analysis','destination_ip':'192.0.2.9','protocol':'tcp',%s}
        """
            .formatted(source, category, type, more);
    assertThat(place("xarf", "report.json", quoted(json))).isEqualTo(place);
  }

  @Test
  void shouldBeThatOfTheSourceInOlderXarf() {
    String json =
        """
        {'Version':'3','ReporterInfo':{'ReporterOrg':'Example','ReporterOrgDomain':'example.com',
          'ReporterOrgEmail':'a@example.com'},'Disclosure':true,
         'Report':{'ReportClass':'Content','ReportType':'Botnet','Date':'2026-11-20T10:00:00Z',
          'SourceIp':'198.51.100.7','SourcePort':4000,'RpzDomain':'c2.example.net'}}
        """;
    assertThat(place("xarf", "report.json", quoted(json))).isEqualTo("198.51.100.7");
  }

  @Test
  void shouldBeThatOfWhoSentAMailThatIsComplainedOf() {
    Observation one = only("mail", "arf.eml", complaint("198.51.100.7"));
    Observation other = only("mail", "arf.eml", complaint("198.51.100.8"));

    assertThat(Placed.of(one)).isEqualTo("198.51.100.7");
    assertThat(Placed.episode(one).id()).isNotEqualTo(Placed.episode(other).id());
  }

  @Test
  void shouldNotBeWhereAComplaintWasMade() {
    assertThat(place("mail", "arf.eml", complaint(""))).isEqualTo("nowhere");
  }

  @Test
  void shouldNotBeWhereASampleWasHandedIn() {
    String sample =
        """
        {"sha256_hash":"%s","sha1_hash":"%s","md5_hash":"%s","file_type_mime":"text/plain",
        "first_seen":"2026-11-20 10:00:00","file_name":"a.exe","origin_country":"DE"}
        """
            .formatted("a".repeat(64), "b".repeat(40), "c".repeat(32))
            .replace("\n", "");
    Observation seen = only("malwarebazaar-ndjson", "samples.ndjson", sample + "\n");

    assertThat(Placed.of(seen)).isEqualTo("nowhere");
    assertThat(seen.objects().getFirst().json().toString()).contains("\"countries\":[\"DE\"]");
  }

  @Test
  void shouldNotBeThatOfTheServerAnInfectedSystemCalled() {
    String rows =
        "# timestamputc,clientip,asnumber,countrycode,dstip,dstdomain\n"
            + "2026-11-20 10:00:00,198.51.100.7,,FR,192.0.2.9,c2.example.net\n";
    assertThat(place("cert-polska-bots", "bots.csv", rows)).isEqualTo("198.51.100.7 FR");
  }

  private static String complaint(String source) {
    return String.join(
        "\r\n",
        "From: fbl@example.com",
        "Date: Fri, 20 Nov 2026 10:00:00 +0000",
        "Subject: FW: Earn money",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "An abuse report.",
        "--b",
        "Content-Type: message/feedback-report",
        "",
        "Feedback-Type: abuse",
        "User-Agent: SomeGenerator/1.0",
        "Version: 1",
        "Original-Rcpt-To: <anna@example.net>",
        source.isEmpty() ? "Reported-Domain: example.net" : "Source-IP: " + source,
        "Reported-Domain: example.net",
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        "From: spam@example.org",
        "Subject: Earn money",
        "",
        "--b--",
        "");
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static String place(String format, String name, String text) {
    return Placed.of(only(format, name, text));
  }

  private static Observation only(String format, String name, String text) {
    Submitted read = Submitted.of(KnownFormats.all().named(format).orElseThrow(), name, text);
    assertThat(read.rejects()).isEmpty();
    List<Observation> seen = read.observations();
    assertThat(seen).hasSize(1);
    return seen.getFirst();
  }
}
