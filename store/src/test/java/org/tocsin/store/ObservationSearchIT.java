package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.store.Samples.by;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.Samples.object;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/** What each parameter of a search finds among five observations. */
@UseEngines(EngineKind.ELASTICSEARCH)
class ObservationSearchIT {
  private static final String WEB = "web";
  private static final String SIX = "six";
  private static final String BOT = "bot";
  private static final String MAIL = "mail";
  private static final String OLD = "old";
  private static final List<String> ALL = List.of(WEB, SIX, BOT, MAIL, OLD);
  private static final String MD5 = "D41D8CD98F00B204E9800998ECF8427E";

  private static TestStore test;

  @BeforeAll
  static void write(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    PlacedFact[] facts = {
      placed(
          of(WEB, Rsit.VULNERABLE_SYSTEM, "2026-11-15T10:00:00Z", "FR", web()), slot("r", 0, 0), 0),
      placed(of(SIX, Rsit.C2_SERVER, "2026-11-15T11:00:00Z", "de", six()), slot("r", 0, 1), 1),
      by(
          placed(
              of(BOT, Rsit.INFECTED_SYSTEM, "2026-11-15T12:00:00Z", "AT", bot()),
              slot("r", 0, 2),
              2),
          "feed-other",
          new Origin("other-provider", "bots")),
      placed(of(MAIL, Rsit.SPAM, "9999-12-31T23:59:59Z", "XK", mail()), slot("r", 0, 3), 3),
      placed(of(OLD, Rsit.TEST, "0001-01-01T00:00:00Z", "ZZ"), slot("r", 0, 4), 4)
    };
    test.write(facts);
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @Test
  void shouldFindWordsWhereverTheyStand() {
    assertThat(found("q=mikrotik")).containsExactly(WEB);
    assertThat(found("q=MIKROTIK routeros")).containsExactly(WEB);
    assertThat(found("q=mikrotik sinkhole")).isEmpty();
    assertThat(found("q=198.51.100.7")).containsExactly(WEB);
    assertThat(found("q=www.example.com")).containsExactly(WEB);
    assertThat(found("q=d41d8cd98f00b204e9800998ecf8427e")).containsExactly(BOT);
    assertThat(found("q=Somebody@Example.org")).containsExactly(MAIL);
    assertThat(found("q=https://example.net/gate.php?id=1")).containsExactly(SIX);
  }

  @Test
  void shouldFindAPhraseOnlyAsItStands() {
    assertThat(found("q=\"RouterOS by MikroTik\"")).containsExactly(WEB);
    assertThat(found("q=\"MikroTik by RouterOS\"")).isEmpty();
    assertThat(found("q=\"routeros by\" admin")).containsExactly(WEB);
    assertThat(found("q=\"MikroTik admin\"")).as("two texts are no phrase").isEmpty();
    assertThat(found("q=\"RouterOS by")).as("a quote that is not closed").containsExactly(WEB);
  }

  @Test
  void shouldGiveNoCharacterOfTheWordsAMeaning() {
    assertThat(found("q=*")).as("nothing to look for").containsExactlyElementsOf(ALL);
    assertThat(found("q=mikro*")).isEmpty();
    assertThat(found("q=mikrotik OR sinkhole")).isEmpty();
    assertThat(found("q=NOT mikrotik")).isEmpty();
    assertThat(found("q=ip:198.51.100.7 {\"match_all\":{}}")).isEmpty();
  }

  @Test
  void shouldFindTypesAndClassifications() {
    assertThat(found("type=c2-server")).containsExactly(SIX);
    assertThat(found("type=C2-Server")).containsExactly(SIX);
    assertThat(found("type=malicious-code")).containsExactly(SIX, BOT);
    assertThat(found("type=malicious")).isEmpty();
  }

  @Test
  void shouldFindAddressesAndBlocks() {
    assertThat(found("ip=198.51.100.7")).containsExactly(WEB);
    assertThat(found("ip=198.51.100.0/24")).containsExactly(WEB, BOT);
    assertThat(found("ip=198.51.100.77/24")).as("host bits count for nothing").hasSize(2);
    assertThat(found("ip=198.51.100.8/31")).containsExactly(BOT);
    assertThat(found("ip=0.0.0.0/0")).containsExactly(WEB, BOT);
    assertThat(found("ip=2001:db8::7")).containsExactly(SIX);
    assertThat(found("ip=2001:0DB8:0:0:0:0:0:7")).containsExactly(SIX);
    assertThat(found("ip=2001:db8::/32")).containsExactly(SIX);
    assertThat(found("ip=203.0.113.0/24")).isEmpty();
    assertThat(found("ip=::ffff:198.51.100.7")).as("IPv4 in IPv6").containsExactly(WEB);
  }

  @Test
  void shouldFindAutonomousSystems() {
    assertThat(found("asn=64496")).containsExactly(WEB);
    assertThat(found("asn=4294967295")).containsExactly(BOT);
    assertThat(found("asn=1")).isEmpty();
  }

  @Test
  void shouldFindADomainAndWhatLiesBelowIt() {
    assertThat(found("domain=www.example.com")).containsExactly(WEB);
    assertThat(found("domain=example.com")).containsExactly(WEB, BOT);
    assertThat(found("domain=EXAMPLE.com.")).containsExactly(WEB, BOT);
    assertThat(found("domain=com")).containsExactly(WEB, BOT);
    assertThat(found("domain=ample.com")).isEmpty();
    assertThat(found("domain=deep.www.example.com")).isEmpty();
  }

  @Test
  void shouldFindExactlyThatUrlAndHash() {
    assertThat(found("url=https://example.net/gate.php?id=1")).containsExactly(SIX);
    assertThat(found("url=HTTPS://EXAMPLE.net.:443/x/../%67ate.php?id=1")).containsExactly(SIX);
    assertThat(found("q=HTTPS://example.net:443/gate.php?id=1")).containsExactly(SIX);
    assertThat(found("url=https://example.net/gate.php")).isEmpty();
    assertThat(found("hash=" + MD5)).containsExactly(BOT);
    assertThat(found("hash=" + MD5.substring(1))).isEmpty();
  }

  @Test
  void shouldFindCountriesAndProviders() {
    assertThat(found("country=FR")).containsExactly(WEB);
    assertThat(found("country=De")).containsExactly(SIX);
    assertThat(found("provider=other-provider")).containsExactly(BOT);
    assertThat(found("provider=other")).isEmpty();
  }

  @Test
  void shouldFindWhatHappenedFromOneTimeAndBeforeAnother() {
    assertThat(found("from=2026-11-15T11:00:00Z")).containsExactly(SIX, BOT, MAIL);
    assertThat(found("to=2026-11-15T11:00:00Z")).containsExactly(WEB, OLD);
    assertThat(found("from=2026-11-15T10:00:00Z&to=2026-11-15T12:00:00Z"))
        .containsExactly(WEB, SIX);
    assertThat(found("from=2026-11-15T12:00:00Z&to=2026-11-15T10:00:00Z")).isEmpty();
    assertThat(found("from=0001-01-01T00:00:00Z")).containsExactlyElementsOf(ALL);
    assertThat(found("to=9999-12-31T23:59:59.999Z")).containsExactlyElementsOf(ALL);
    assertThat(found("to=2027-01-01T00:00:00Z")).containsExactly(WEB, SIX, BOT, OLD);
  }

  @Test
  void shouldFindWhatMeetsAllConditions() {
    assertThat(found("q=example&type=malicious-code&ip=198.51.100.0/24&domain=example.com"))
        .containsExactly(BOT);
    assertThat(found("type=c2-server&country=FR")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip=198.51.100",
        "ip=198.51.100.256",
        "ip=198.51.100.0/33",
        "ip=2001:db8::/129",
        "ip=::ffff:0.0.0.0/90",
        "ip=::ffff:198.51.100.0/120",
        "ip=example.com",
        "asn=-1",
        "asn=4294967296",
        "domain= ",
        "domain=two words",
        "country=FRA",
        "country=1"
      })
  void shouldNameTheParameterItCannotRead(String parameter) {
    String name = parameter.substring(0, parameter.indexOf('='));

    assertThatThrownBy(() -> found(parameter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + ": ");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void shouldRefuseALimitThatIsNone(int limit) {
    assertThatThrownBy(() ->
            test.store()
                .observations()
                .search(
                    TestStore.query(ObservationQuery.Order.ADDED, null, limit),
                    TestStore.ALL,
                    TestStore.LATER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("limit: ");
  }

  @Test
  void shouldRefuseMoreWordsThanAnybodyNeeds() {
    assertThatThrownBy(() -> found("q=" + "word ".repeat(17)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("q: ");
  }

  private static List<String> found(String search) {
    return test.follow(Search.of(search), TestStore.LATER).stream()
        .map(StoredObservation::id)
        .map(id -> ALL.stream().filter(name -> id(name).equals(id)).findFirst().orElseThrow())
        .toList();
  }

  private static Observation of(
      String name, Rsit rsit, String observedAt, String country, StixObject... scos) {
    Instant time = Instant.parse(observedAt);
    List<StixObject> objects =
        Stream.concat(
                Stream.of(Samples.observedData(name, Tlp.AMBER, time, List.of(country), scos)),
                Stream.of(scos))
            .toList();
    return new Observation(id(name), time, rsit, "scan_" + name, Tlp.AMBER, objects);
  }

  private static StixObject[] web() {
    return new StixObject[] {
      object("ipv4-addr").put("value", "198.51.100.7").build(),
      object("domain-name").put("value", "www.Example.com").build(),
      object("autonomous-system").json("number", "64496").build(),
      object("software").put("name", "RouterOS by MikroTik").build(),
      object("user-account").put("user_id", "admin").build()
    };
  }

  private static StixObject[] six() {
    return new StixObject[] {
      object("ipv6-addr").put("value", "2001:db8::7").build(),
      object("url").put("value", "https://example.net/gate.php?id=1").build()
    };
  }

  private static StixObject[] bot() {
    return new StixObject[] {
      object("ipv4-addr").put("value", "198.51.100.9").build(),
      object("domain-name").put("value", "bot.example.com").build(),
      object("autonomous-system").json("number", "4294967295").build(),
      object("file").json("hashes", "{\"MD5\":\"" + MD5 + "\"}").build()
    };
  }

  private static StixObject[] mail() {
    return new StixObject[] {object("email-addr").put("value", "somebody@example.org").build()};
  }
}
