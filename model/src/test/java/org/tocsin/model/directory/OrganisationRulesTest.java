package org.tocsin.model.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.directory.Decided.ADMIN;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

class OrganisationRulesTest {
  private static final String FINGERPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";
  private static final String CERT_FR =
      """
      {"name": "CERT-FR demo", "kind": "focal-point", "country": "fr",
       "contacts": [
         {"name": "Duty desk", "email": "duty@cert-fr.example", "languages": ["fr", "EN"],
          "hours": "24/7", "published": true},
         {"name": "Fleur Martin", "phone": "+33 1 23 45 67 89"}],
       "keys": [{"kind": "pgp", "fingerprint": "0123 4567 89ab cdef 0123  4567 89ab cdef 0123 4567",
                 "note": "read out over the phone"}],
       "assets": ["192.0.2.0/24", "as64496", "cert-fr.example"],
       "identities": ["focal-fr"], "ceiling": "TLP:AMBER+STRICT"}
      """;

  private final Decided directory = new Decided();

  @Test
  void shouldTakeWhatTheAdminDescribes() {
    Organisation organisation = put(CERT_FR);

    assertThat(organisation.id()).isEqualTo("cert-fr");
    assertThat(organisation.country()).isEqualTo("FR");
    assertThat(organisation.contacts().getFirst().languages()).containsExactly("fr", "en");
    assertThat(organisation.contacts()).extracting(Contact::published).containsExactly(true, false);
    assertThat(organisation.keys().getFirst().fingerprint()).isEqualTo(FINGERPRINT);
    assertThat(organisation.assets())
        .extracting(NetworkAsset::text)
        .containsExactly("192.0.2.0/24", "AS64496", "cert-fr.example");
    assertThat(organisation.ceiling()).isEqualTo(Tlp.AMBER_STRICT);
    assertThat(organisation.retired()).isFalse();
    assertThat(EntityJson.read(EntityJson.tree(organisation), Organisation.class))
        .isEqualTo(organisation);
  }

  @Test
  void shouldShowEverybodyOnlyThePublicPart() {
    Organisation open = put(CERT_FR).publicPart();

    assertThat(open.contacts()).extracting(Contact::name).containsExactly("Duty desk");
    assertThat(open.keys()).containsExactly(new KeyText(KeyText.Kind.PGP, FINGERPRINT, null, null));
    assertThat(open.assets()).isEmpty();
    assertThat(open.identities()).isEmpty();
    assertThat(open.ceiling()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void shouldBeChangedByTheAdminOnly(Role role) {
    Actor by = new Actor("somebody", Set.of(role), "cert-fr");

    Decision decision = directory.decide(by, Organisation.ref("cert-fr"), "put", CERT_FR);

    assertThat(decision.refusal()).isEqualTo(Reason.FORBIDDEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|name: missing",
        "{'name': 'A'}|kind: missing",
        "{'name': 'A', 'kind': 'club'}|kind: one of national-cert, focal-point",
        "{'name': 'A', 'kind': 'peer', 'country': 'XX'}|country: not a country",
        "{'name': 'A', 'kind': 'peer', 'contacts': [{'name': 'B'}]}|contacts[0]: email:",
        "{'name': 'A', 'kind': 'peer', 'contacts': [{'name': 'B', 'email': 'no'}]}"
            + "|contacts[0]: email: not an e-mail address",
        "{'name': 'A', 'kind': 'peer', 'contacts': [{'name': 'B', 'phone': 'call me'}]}"
            + "|contacts[0]: phone:",
        "{'name': 'A', 'kind': 'peer', 'contacts': [{'email': 'a@b.example'}]}"
            + "|contacts[0]: name: missing",
        "{'name': 'A', 'kind': 'peer', 'contacts':"
            + " [{'name': 'B', 'phone': '12', 'languages': ['frrrrrrrrrrrrr']}]}"
            + "|contacts[0]: languages:",
        "{'name': 'A', 'kind': 'peer', 'keys': [{'kind': 'pgp', 'fingerprint': '12'}]}"
            + "|keys[0]: fingerprint: 40 or 64",
        "{'name': 'A', 'kind': 'peer', 'keys': [{'kind': 'ssh', 'fingerprint': '12'}]}"
            + "|keys[0].kind: pgp or smime",
        "{'name': 'A', 'kind': 'peer', 'assets': ['AS1', 'not here']}|assets[1]: a domain",
        "{'name': 'A', 'kind': 'peer', 'assets': [null]}|assets[0]: missing",
        "{'name': 'A', 'kind': 'peer', 'identities': ['x', 'x']}|identities[1]: x is there twice",
        "{'name': 'A', 'kind': 'peer', 'ceiling': 'PURPLE'}|ceiling: one of CLEAR",
        "{'id': 'b', 'name': 'A', 'kind': 'peer'}|id: must be cert-fr"
      })
  void shouldNameTheFieldThatIsWrong(String json, String reason) {
    Decision decision = directory.organisation("cert-fr", json.replace('\'', '"'));

    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decision.refusal()).isEqualTo(Reason.INVALID);
    assertThat(decision.reason()).startsWith(reason);
  }

  @Test
  void shouldRefuseTheSameAssetTwice() {
    String twice =
        """
        {"name": "A", "kind": "peer", "assets": ["AS64496", "192.0.2.0/24", "as64496"]}
        """;

    assertThat(directory.organisation("a", twice).reason())
        .isEqualTo("assets[2]: AS64496 is there twice");
  }

  @Test
  void shouldRefuseMoreThanASearchCanBeNarrowedTo() {
    String blocks =
        IntStream.range(0, 3_001)
            .mapToObj(n -> "\"10.%d.%d.0/25\"".formatted(n / 256, n % 256))
            .collect(Collectors.joining(","));
    String much = "{\"name\": \"A\", \"kind\": \"peer\", \"assets\": [%s]}".formatted(blocks);

    assertThat(directory.organisation("a", much).reason())
        .startsWith("assets: one organisation can serve 3000 blocks");
  }

  @Test
  void shouldRetireAndTakeBackIn() {
    assertThat(retire().refusal()).isEqualTo(Reason.NOT_FOUND);
    put(CERT_FR);
    Organisation retired = retire().revision().orElseThrow().as(Organisation.class);
    assertThat(retired.retired()).isTrue();
    assertThat(retired.assets()).hasSize(3);

    assertThat(retire().refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(put(CERT_FR).retired()).isFalse();
  }

  @Test
  void shouldKnowNoOtherAction() {
    Decision decision = directory.decide(ADMIN, Organisation.ref("cert-fr"), "praise", "{}");

    assertThat(decision.reason()).isEqualTo("action: put or retire");
  }

  @Test
  void shouldBeSpokenForByThoseItNames() {
    assertThat(List.of("focal-fr", "focal-de"))
        .filteredOn(put(CERT_FR)::isSpokenForBy)
        .containsExactly("focal-fr");
  }

  private Organisation put(String json) {
    Decision decision = directory.organisation("cert-fr", json);
    assertThat(decision.reason()).isNull();
    return decision.revision().orElseThrow().as(Organisation.class);
  }

  private Decision retire() {
    return directory.decide(ADMIN, Organisation.ref("cert-fr"), "retire", "{}");
  }
}
