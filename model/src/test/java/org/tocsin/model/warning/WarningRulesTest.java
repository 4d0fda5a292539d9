package org.tocsin.model.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.warning.DecidedWarnings.ADMIN;
import static org.tocsin.model.warning.DecidedWarnings.ANALYST;
import static org.tocsin.model.warning.DecidedWarnings.FRANCE;
import static org.tocsin.model.warning.DecidedWarnings.ID;
import static org.tocsin.model.warning.DecidedWarnings.LEAD;
import static org.tocsin.model.warning.DecidedWarnings.WEST;
import static org.tocsin.model.warning.DecidedWarnings.content;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.tlp.Tlp;

class WarningRulesTest {
  private static final Reader FRENCH =
      new Reader("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr", membership("west"));
  private static final Reader GERMAN =
      new Reader("focal-de", Set.of(Role.FOCAL_POINT), "cert-de", membership("east"));
  private final DecidedWarnings journal = new DecidedWarnings();

  private static Membership membership(String group) {
    return new Membership(Set.of(group), Membership.NONE.constituency());
  }

  @Test
  void shouldKeepAllThatWasWritten() {
    journal.done(ANALYST, "create", content("Phishing", "TLP:AMBER+STRICT", WEST));
    WarningContent content = journal.warning().content();

    assertThat(content.tlp()).isEqualTo(Tlp.AMBER_STRICT);
    assertThat(content.type()).isEqualTo("phishing");
    assertThat(content.cves()).containsExactly("CVE-2026-12345");
    assertThat(content.languages()).containsExactly("en");
    assertThat(content.audience().groups()).containsExactly("west");
    assertThat(content.advice().citizens()).isEqualTo("Do not answer.");
    assertThat(content.observables())
        .containsExactly(
            new Observable("domain-name", "login.example"),
            new Observable("ipv4-addr", "192.0.2.0/24"),
            new Observable("url", "https://login.example/o'neil?a=b\\c"),
            new Observable("sha-256", "ab".repeat(32)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|title: missing",
        "{'title':'T'}|summary: missing",
        "{'title':'T','summary':'S','tlp':'GREEN'}|severity",
        "{'title':'T','summary':'S','severity':'high'}|tlp",
        "{'title':'T','summary':'S','severity':'high','tlp':'RED'}|audience.persons",
        "{'title':'T','summary':'S','severity':'high','tlp':'AMBER'}|audience",
        "{'title':'T','summary':'S','severity':'high','tlp':'AMBER+STRICT',"
            + "'audience':{'persons':['x']}}|audience",
        "{'title':'T','summary':'S','severity':'high','tlp':'GREEN','cves':['x']}|cves",
        "{'title':'T','summary':'S','severity':'high','tlp':'GREEN','references':['x:y']}"
            + "|references",
        "{'title':'T','summary':'S','severity':'high','tlp':'GREEN',"
            + "'observables':[{'type':'ip','value':'1.2.3'}]}|observables",
        "{'title':'T','summary':'S','severity':'high','tlp':'AMBER',"
            + "'audience':{'groups':['nobody']}}|audience.groups: no sharing group 'nobody'",
        "{'title':'T','summary':'S','severity':'high','tlp':'GREEN',"
            + "'audience':{'organisations':['nobody']}}|audience.organisations: no organisation",
        "{'title':'T','summary':'S','severity':'high','tlp':'GREEN','validFrom':"
            + "'2026-12-02T00:00:00Z','validUntil':'2026-12-01T00:00:00Z'}|validUntil",
      })
  void shouldNameTheFieldThatIsWrong(String json, String named) {
    var refused = journal.decide(ANALYST, "create", json.replace('\'', '"'));

    assertThat(refused.refusal()).isEqualTo(Reason.INVALID);
    assertThat(refused.reason()).contains(named);
  }

  @Test
  void shouldNotBeAddressedToAGroupThatEnded() {
    journal.decide(ADMIN, SharingGroup.ref("west"), "retire", "{}");

    assertThat(journal.decide(ANALYST, "create", content("T", "AMBER", WEST)).reason())
        .contains("audience.groups");
  }

  @Test
  void shouldBeSeenByNobodyElseBeforeItIsPublished() {
    journal.done(ANALYST, "create", content("Phishing", "CLEAR", "{}"));
    Marked marked = journal.warning().marked();

    assertThat(SharingPolicy.knowledge(FRENCH).admits(marked)).isFalse();
    assertThat(SharingPolicy.knowledge(Reader.ANONYMOUS).admits(marked)).isFalse();
    Reader former = new Reader("analyst", Set.of(Role.SUBSCRIBER), null);
    assertThat(SharingPolicy.knowledge(former).admits(marked)).isFalse();
    Reader analyst = new Reader("analyst", Set.of(Role.ANALYST), null);
    assertThat(SharingPolicy.knowledge(analyst).admits(marked)).isTrue();
  }

  @Test
  void shouldBeSeenByThoseItIsAddressedToOnly() {
    Marked marked = journal.published(content("Phishing", "AMBER", WEST)).warning().marked();

    assertThat(SharingPolicy.knowledge(FRENCH).admits(marked)).isTrue();
    assertThat(SharingPolicy.knowledge(GERMAN).admits(marked)).isFalse();
  }

  @Test
  void shouldShowReadersThePublishedVersionUntilTheNextOneIsPublished() {
    journal.published(content("First"));
    journal.done(ANALYST, "update", content("Second"));

    Warning seen = shown(FRENCH);
    assertThat(seen.content().title()).isEqualTo("First");
    assertThat(seen.working()).isNull();
    assertThat(seen.content().incidents()).isEmpty();
    assertThat(seen.changedAt()).isEqualTo(journal.warning().versions().getFirst().at());

    journal.released();
    assertThat(shown(FRENCH).content().title()).isEqualTo("Second");
    assertThat(shown(FRENCH).versions()).hasSize(2);
  }

  @Test
  void shouldNotShowAnOlderVersionToThoseItWasNotFor() {
    journal.published(content("For the west", "AMBER", WEST));
    journal.done(ANALYST, "update", content("For all"));
    journal.released();

    assertThat(shown(FRENCH).versions()).hasSize(2);
    assertThat(shown(GERMAN).versions()).extracting(WarningVersion::number).containsExactly(2);
  }

  @Test
  void shouldRefuseAnUpdateThatHidesTheWarningFromSomeReaders() {
    journal.published(content("For all"));
    journal.done(ANALYST, "update", content("For the west", "AMBER", WEST));
    journal.done(ANALYST, "submit", "{}");
    assertThat(journal.approve(LEAD).reason()).isNull();

    assertThat(journal.decide(LEAD, "publish", "{}").reason()).contains("narrow");
  }

  @Test
  void shouldOpenOnlyOneUpdateAndThrowItAway() {
    journal.done(ANALYST, "create", content("First"));
    assertThat(journal.decide(ANALYST, "update", "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(journal.decide(ANALYST, "discard", "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
    journal.released();
    assertThat(journal.decide(ANALYST, "edit", content("X")).refusal())
        .isEqualTo(Reason.WRONG_STATE);
    journal.done(ANALYST, "update", "{}");
    assertThat(journal.warning().working().content()).isEqualTo(journal.warning().content());
    assertThat(journal.decide(LEAD, "update", "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
    journal.done(ANALYST, "discard", "{}");

    assertThat(journal.warning().working()).isNull();
    assertThat(journal.warning().state()).isEqualTo(WarningState.PUBLISHED);
  }

  @Test
  void shouldBeWithdrawnForGood() {
    journal.published(content("First"));
    String why = "{\"reason\": \"it was a drill\"}";
    assertThat(journal.decide(ANALYST, "withdraw", why).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(journal.decide(LEAD, "withdraw", "{}").reason()).startsWith("reason");
    journal.done(LEAD, "withdraw", why);

    assertThat(shown(FRENCH).state()).isEqualTo(WarningState.WITHDRAWN);
    assertThat(shown(FRENCH).withdrawal().reason()).isEqualTo("it was a drill");
    assertThat(shown(FRENCH).withdrawal().by()).isEmpty();
    assertThat(journal.decide(ANALYST, "update", "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(journal.decide(FRANCE, "acknowledge", "{\"version\": 1}").refusal())
        .isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldLetWhoeverWritesThrowADraftAway() {
    journal.done(ANALYST, "create", content("First"));
    journal.done(ANALYST, "withdraw", "{\"reason\": \"a mistake\"}");

    assertThat(journal.warning().state()).isEqualTo(WarningState.WITHDRAWN);
    assertThat(SharingPolicy.knowledge(FRENCH).admits(journal.warning().marked())).isFalse();
    assertThat(journal.warning().content().title()).isEqualTo("First");
  }

  @Test
  void shouldBeAcknowledgedOnceForEachVersion() {
    journal.done(ANALYST, "create", content("First"));
    assertThat(journal.decide(FRANCE, "acknowledge", "{\"version\": 1}").refusal())
        .isEqualTo(Reason.WRONG_STATE);
    journal.released();
    assertThat(journal.decide(FRANCE, "acknowledge", "{}").refusal()).isEqualTo(Reason.INVALID);
    assertThat(journal.decide(FRANCE, "acknowledge", "{\"version\": 2}").refusal())
        .isEqualTo(Reason.WRONG_STATE);
    journal.done(FRANCE, "acknowledge", "{\"version\": 1}");
    assertThat(journal.decide(FRANCE, "acknowledge", "{\"version\": 1}").refusal())
        .isEqualTo(Reason.WRONG_STATE);
    journal.done(LEAD, "acknowledge", "{\"version\": 1}");
    Actor nobody = new Actor("x", Set.of(), null);
    assertThat(journal.decide(nobody, "acknowledge", "{\"version\": 1}").refusal())
        .isEqualTo(Reason.FORBIDDEN);

    WarningAcknowledgement first = journal.warning().acknowledgements().getFirst();
    assertThat(first.by()).isEqualTo("focal-fr");
    assertThat(first.organisation()).isEqualTo("cert-fr");
    assertThat(shown(FRENCH).acknowledgements()).containsExactly(first);
    assertThat(shown(GERMAN).acknowledgements()).isEmpty();

    journal.done(ANALYST, "update", content("Second"));
    assertThat(journal.warning().isAcknowledgedBy("focal-fr")).isTrue();
    journal.released();
    assertThat(journal.warning().isAcknowledgedBy("focal-fr")).isFalse();
    journal.done(FRANCE, "acknowledge", "{\"version\": 2}");
  }

  @Test
  void shouldExpireWhenItsTimeIsOver() {
    String until = ", \"validUntil\": \"2026-12-01T00:00:00Z\"}";
    journal.published(content("First").strip().replaceFirst("}$", until));

    assertThat(journal.warning().state(Instant.parse("2026-11-30T23:59:59Z")))
        .isEqualTo(WarningState.PUBLISHED);
    assertThat(journal.warning().state(Instant.parse("2026-12-01T00:00:00Z")))
        .isEqualTo(WarningState.EXPIRED);
  }

  @Test
  void shouldNotBePublishedWhenItsTimeIsOverAlready() {
    String until = ", \"validUntil\": \"2026-11-01T00:00:00Z\"}";
    journal.done(ANALYST, "create", content("First").strip().replaceFirst("}$", until));
    journal.done(ANALYST, "submit", "{}");
    assertThat(journal.approve(LEAD).reason()).isNull();

    assertThat(journal.decide(LEAD, "publish", "{}").reason()).startsWith("validUntil");
  }

  @Test
  void shouldHashTheSameContentTheSameWayHoweverItIsWritten() {
    String one = content("T", "AMBER", "{\"organisations\": [\"cert-fr\", \"cert-de\"]}");
    String other = content("T", "tlp:amber", "{\"organisations\": [\"cert-de\", \"cert-fr\"]}");
    journal.done(ANALYST, "create", one);
    String hash = journal.warning().content().hash();
    journal.done(ANALYST, "edit", other);

    assertThat(journal.warning().content().hash()).isEqualTo(hash);
    journal.done(ANALYST, "edit", content("T2", "AMBER", WEST));
    assertThat(journal.warning().content().hash()).isNotEqualTo(hash);
  }

  private Warning shown(Reader reader) {
    SharingFilter filter = SharingPolicy.knowledge(reader);
    assertThat(filter.admits(journal.warning().marked())).isTrue();
    return journal.warning(ID).shownTo(reader, filter);
  }
}
