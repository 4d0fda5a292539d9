package org.tocsin.model.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.node.ObjectNode;

class SubscriptionIndexTest {
  /**
   * What the plain statement of the filters says is what the index finds, for all that is drawn.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldFindExactlyThoseWhoseFilterHolds(long seed) {
    Drawn drawn = new Drawn(seed);
    List<Subscription> all = drawn.subscriptions(3_000);
    SubscriptionIndex index = new SubscriptionIndex(all, drawn);
    List<Need> needs =
        all.stream()
            .filter(one -> !one.paused() && !one.removed())
            .map(one -> Need.of(one, drawn))
            .toList();
    int found = 0;
    for (int at = 0; at < 150; at++) {
      Matchable thing = drawn.thing();
      List<UUID> expected =
          needs.stream()
              .filter(need -> need.isMetBy(thing))
              .map(need -> need.subscription().id())
              .toList();
      assertThat(index.match(thing).stream().map(Subscription::id))
          .as("seed %d, %s", seed, thing)
          .containsExactlyInAnyOrderElementsOf(expected);
      found += expected.size();
    }
    assertThat(found).as("that there was something to find").isGreaterThan(1_000);
  }

  @Test
  void shouldFindNobodyWhereNobodyAsks() {
    assertThat(SubscriptionIndex.EMPTY.match(new Drawn(1).thing())).isEmpty();
    assertThat(new SubscriptionIndex(List.of(), any -> Membership.NONE).size()).isZero();
  }

  /** Otherwise a filter would tell whoever asks what they are not shown. */
  @Test
  void shouldLookAtNothingPersonal() {
    Matchable thing =
        Matchable.of(
            Rsit.PHISHING,
            List.of(
                object(
                    "{'type': 'observed-data', 'id': 'observed-data--1', 'confidence': 70, 'object_refs': ['email-addr--1', 'url--1']}"),
                object(
                    "{'type': 'email-addr', 'id': 'email-addr--1', 'value': 'victim@example.org'}"),
                object("{'type': 'url', 'id': 'url--1', 'value': 'https://bad.example/'}")));

    assertThat(thing.confidence()).isEqualTo(70);
    assertThat(thing.values())
        .containsExactly(new PatternValue("url:value", "https://bad.example/"));
  }

  @Test
  void shouldReadWhatObservationsTellOf() {
    Matchable thing =
        Matchable.of(
            null,
            List.of(
                object(
                    "{'type': 'observed-data', 'id': 'observed-data--1', 'object_refs': ['file--1'],"
                        + " 'extensions': {'extension-definition--6f1b8d2e-52a7-4c0e-9d3c-7a3f5e0c9b41':"
                        + " {'countries': ['fr']}}}"),
                object("{'type': 'file', 'id': 'file--1', 'hashes': {'SHA-1': 'ABC'}, 'size': 7}"),
                object(
                    "{'type': 'domain-name', 'id': 'domain-name--1', 'value': 'WWW.Example.ORG.'}"),
                object(
                    "{'type': 'autonomous-system', 'id': 'autonomous-system--1', 'number': 64496}"),
                object(
                    "{'type': 'software', 'id': 'software--1', 'name': 'httpd', 'vendor': 'Apache', 'version': '2.4'}")));

    assertThat(thing.concerned().countries()).containsExactly("FR");
    assertThat(thing.concerned().domains()).containsExactly("www.example.org");
    assertThat(thing.concerned().asns()).containsExactly(64496L);
    assertThat(thing.products()).containsExactly("Apache httpd 2.4");
    assertThat(thing.severity()).isNull();
    assertThat(thing.values())
        .contains(
            new PatternValue("file:hashes.SHA-1", "abc"),
            new PatternValue("file:size", "7"),
            new PatternValue("domain-name:value", "www.example.org."));
    assertThat(
            SimplePattern.parse("[file:hashes.'SHA-1' = 'aBc' AND file:size = 7]")
                .holds(thing.values()))
        .isTrue();
  }

  private static StixObject object(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json.replace('\'', '"')));
  }
}
