package org.tocsin.model.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.CountryCode;
import org.tocsin.model.directory.Domain;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import tools.jackson.databind.node.ObjectNode;

class SubscriptionRulesTest {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final String MAIL =
      """
      {"name": "Ours", "filter": {"about": ["warnings"], "types": ["C2-server"]},
       "channel": {"kind": "mail", "address": "soc@Example.org", "attachments": true},
       "pace": "daily", "repeatAfter": "PT12H"}
      """;
  private static final String WEBHOOK =
      """
      {"name": "Ours", "filter": {"about": ["observations", "warnings"], "countries": ["fr"]},
       "channel": {"kind": "webhook", "address": "https://hooks.example.org/tocsin"}}
      """;

  private final Court court = new Court(List.of(new SubscriptionRules()));
  private final Map<EntityRef, Revision> now = new HashMap<>();

  @Test
  void shouldKeepAllThatWasDescribed() {
    decide(focalPoint("fatou", "cert-sn"), "put", MAIL);

    Subscription made = subscription();
    assertThat(made.owner()).isEqualTo("fatou");
    assertThat(made.organisation()).isEqualTo("cert-sn");
    assertThat(made.roles()).containsExactly(Role.FOCAL_POINT);
    assertThat(made.filter().types()).containsExactly("malicious-code.c2-server");
    assertThat(made.channel()).isEqualTo(new Channel.Mail("soc@example.org", true));
    assertThat(made.wish().pace()).isEqualTo(Pace.DAILY);
    assertThat(made.wish().quietFor(Rsit.WEAK_CRYPTO)).isEqualTo(Duration.ofHours(12));
    assertThat(EntityJson.read(EntityJson.tree(made), Subscription.class)).isEqualTo(made);
  }

  @Test
  void shouldTakeWhatIsUsualForWhatWasNotSaid() {
    decide(focalPoint("fatou", "cert-sn"), "put", WEBHOOK);

    Subscription made = subscription();
    assertThat(made.wish().pace()).isEqualTo(Pace.INSTANT);
    assertThat(made.wish().stormCap()).isEqualTo(100);
    assertThat(made.wish().quietFor(Rsit.WEAK_CRYPTO)).isEqualTo(Duration.ofDays(30));
    assertThat(made.wish().quietFor(Rsit.INFECTED_SYSTEM)).isEqualTo(Duration.ofDays(7));
    assertThat(made.wish().quietFor(null)).isEqualTo(Duration.ofDays(7));
    assertThat(made.filter().about()).containsExactly(What.WARNINGS, What.OBSERVATIONS);
    assertThat(EntityJson.read(EntityJson.tree(made), Subscription.class)).isEqualTo(made);
  }

  @Test
  void shouldLetSubscribersMakeThemAndNobodyWhoOnlySends() {
    for (Role role : Role.values()) {
      now.clear();
      Decision decision = decide(new Actor("x", Set.of(role), null), "put", WEBHOOK);
      boolean may = role != Role.FEED && role != Role.AUDITOR;
      assertThat(decision.verdict() == Verdict.APPLIED).as(role.name()).isEqualTo(may);
      assertThat(may || decision.refusal() == Reason.FORBIDDEN).as(role.name()).isTrue();
    }
  }

  @Test
  void shouldRefuseWhatIsSomebodyElses() {
    decide(focalPoint("fatou", "cert-sn"), "put", WEBHOOK);
    Actor stranger = focalPoint("marie", "cert-fr");
    Actor machine = new Actor("machine", Set.of(Role.SUBSCRIBER), "cert-sn");
    Actor analyst = new Actor("ana", Set.of(Role.ANALYST), null);
    for (Actor other : List.of(stranger, machine, analyst)) {
      for (String action : List.of("put", "pause", "resume", "rotate", "remove")) {
        assertThat(decide(other, action, WEBHOOK).refusal())
            .as(other.name() + " " + action)
            .isEqualTo(Reason.FORBIDDEN);
      }
    }
  }

  /** Otherwise they could have sent to themselves what only the other one may see. */
  @Test
  void shouldMakeAColleagueWhoChangesItItsOwner() {
    decide(focalPoint("fatou", "cert-sn"), "put", WEBHOOK);
    decide(focalPoint("awa", "cert-sn"), "pause", "{}");
    assertThat(subscription().owner()).isEqualTo("fatou");

    decide(focalPoint("awa", "cert-sn"), "put", MAIL);
    assertThat(subscription().owner()).isEqualTo("awa");
    assertThat(subscription().paused()).isTrue();
  }

  @Test
  void shouldLetLeadsStopItAndNotSteerItElsewhere() {
    decide(focalPoint("fatou", "cert-sn"), "put", WEBHOOK);
    Actor lead = new Actor("lea", Set.of(Role.LEAD), null);

    assertThat(decide(lead, "put", WEBHOOK).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(decide(lead, "rotate", "{}").refusal()).isEqualTo(Reason.FORBIDDEN);
    decide(lead, "pause", "{}");
    assertThat(subscription().state(Membership.NONE)).isEqualTo(SubscriptionState.PAUSED);
    decide(lead, "resume", "{}");
    assertThat(subscription().state(Membership.NONE)).isEqualTo(SubscriptionState.ACTIVE);
  }

  @Test
  void shouldLeaveNothingOfWhatWasRemoved() {
    decide(focalPoint("fatou", "cert-sn"), "put", MAIL);
    decide(focalPoint("fatou", "cert-sn"), "remove", "{}");

    assertThat(EntityJson.tree(subscription()).toString()).doesNotContain("soc@example.org");
    assertThat(subscription().state(Membership.NONE)).isEqualTo(SubscriptionState.REMOVED);
    assertThat(decide(focalPoint("fatou", "cert-sn"), "put", MAIL).refusal())
        .isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldWaitUntilAMailAddressIsConfirmed() {
    decide(focalPoint("fatou", "cert-sn"), "put", MAIL);
    assertThat(subscription().state(Membership.NONE)).isEqualTo(SubscriptionState.UNCONFIRMED);
    Membership ofTheDomain =
        new Membership(Set.of(), new Constituency(List.of(Domain.parse("example.org"))));
    assertThat(subscription().state(ofTheDomain)).isEqualTo(SubscriptionState.ACTIVE);

    String confirmed = "{\"address\": \"soc@example.org\"}";
    assertThat(decide(focalPoint("fatou", "cert-sn"), "confirm", confirmed).refusal())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(
            decide(
                    SubscriptionRules.CONFIRMATION,
                    "confirm",
                    "{\"address\": \"other@example.org\"}")
                .refusal())
        .isEqualTo(Reason.WRONG_STATE);
    decide(SubscriptionRules.CONFIRMATION, "confirm", confirmed);
    assertThat(subscription().state(Membership.NONE)).isEqualTo(SubscriptionState.ACTIVE);

    decide(focalPoint("fatou", "cert-sn"), "put", MAIL.replace("soc@", "noc@"));
    assertThat(subscription().state(Membership.NONE)).isEqualTo(SubscriptionState.UNCONFIRMED);
  }

  /** Whoever serves a country does not own the mail of all in it. */
  @Test
  void shouldNotTakeATopLevelDomainForSomebodysOwn() {
    decide(focalPoint("fatou", "cert-sn"), "put", MAIL.replace("Example.org", "example.sn"));
    Membership ofTheCountry =
        new Membership(Set.of(), new Constituency(List.of(CountryCode.parse("SN"))));

    assertThat(subscription().state(ofTheCountry)).isEqualTo(SubscriptionState.UNCONFIRMED);
  }

  @Test
  void shouldCountHowOftenTheSecretChanged() {
    decide(focalPoint("fatou", "cert-sn"), "put", WEBHOOK);
    decide(focalPoint("fatou", "cert-sn"), "rotate", "{}");

    assertThat(subscription().rotation()).isEqualTo(1);
    assertThat(subscription().rotatedAt()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name       | "Ours"                                  | ""
          filter.about | ["observations", "warnings"]          | []
          filter.countries | ["fr"]                            | ["xx"]
          channel.address | "https://hooks.example.org/tocsin" | "ftp://hooks.example.org/"
          channel.address | "https://hooks.example.org/tocsin" | "https://a:b@hooks.example.org/"
          channel    | {"kind": "webhook", "address": "https://hooks.example.org/tocsin"} | {"kind": "pigeon"}
          filter.types | "countries": ["fr"]                   | "types": ["nothing"]
          filter.products | "countries": ["fr"]                | "products": ["*:*"]
          filter.sectors | "countries": ["fr"]                 | "sectors": ["No Id"]
          filter.confidence | "countries": ["fr"]              | "confidence": 101
          filter.pattern | "countries": ["fr"]                 | "pattern": "[a:b LIKE 'c']"
          filter.atLeast | "countries": ["fr"]                 | "atLeast": "worst"
          stormCap   | "name": "Ours"                          | "name": "Ours", "stormCap": 0
          repeatAfter | "name": "Ours"                         | "name": "Ours", "repeatAfter": "P400D"
          language   | "name": "Ours"                          | "name": "Ours", "language": "???"
          pace       | "name": "Ours"                          | "name": "Ours", "pace": "weekly"
          """)
  void shouldNameTheFieldThatIsWrong(String field, String right, String wrong) {
    Decision decision =
        decide(focalPoint("fatou", "cert-sn"), "put", WEBHOOK.replace(right, wrong));

    assertThat(decision.refusal()).as(decision.reason()).isEqualTo(Reason.INVALID);
    assertThat(decision.reason()).contains(field + ":");
  }

  @Test
  void shouldShowItToItsOwnerTheFocalPointsOfBothAndTheTeam() {
    decide(focalPoint("fatou", "cert-sn"), "put", WEBHOOK);

    assertThat(subscription().isShownTo(reader("fatou", Role.SUBSCRIBER, null))).isTrue();
    assertThat(subscription().isShownTo(reader("awa", Role.FOCAL_POINT, "cert-sn"))).isTrue();
    assertThat(subscription().isShownTo(reader("ana", Role.ANALYST, null))).isTrue();
    assertThat(subscription().isShownTo(reader("bot", Role.SUBSCRIBER, "cert-sn"))).isFalse();
    assertThat(subscription().isShownTo(reader("marie", Role.FOCAL_POINT, "cert-fr"))).isFalse();
    assertThat(subscription().isShownTo(Reader.ANONYMOUS)).isFalse();
  }

  private static Reader reader(String name, Role role, @Nullable String organisation) {
    return new Reader(name, Set.of(role), organisation);
  }

  private static Actor focalPoint(String name, String organisation) {
    return new Actor(name, Set.of(Role.FOCAL_POINT), organisation);
  }

  private Subscription subscription() {
    return now.get(Subscription.ref(ID)).as(Subscription.class);
  }

  private Decision decide(Actor by, String action, String json) {
    ObjectNode details = (ObjectNode) EntityJson.MAPPER.readTree(json);
    Command command =
        new Command(UUID.randomUUID(), by, Subscription.ref(ID), null, action, details);
    Decision decision =
        court.decide(
            new Journaled(1, Instant.EPOCH, Instant.EPOCH, command),
            ref -> Optional.ofNullable(now.get(ref)));
    decision.revisions().forEach(revision -> now.put(revision.entity(), revision));
    return decision;
  }
}
