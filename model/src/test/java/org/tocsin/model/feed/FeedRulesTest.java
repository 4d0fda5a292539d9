package org.tocsin.model.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.tocsin.model.sharing.Role;
import tools.jackson.databind.node.ObjectNode;

class FeedRulesTest {
  private static final String SENSORS =
      """
      {"provider": "cert-xy", "url": "https://feeds.example.org/", "confidence": 80,
       "secret": {"header": "Authorization", "property": "tocsin.feeds.secrets.xy"}}
      """;

  private final Court court = new Court(List.of(new FeedRules()));
  private final Map<EntityRef, Revision> now = new HashMap<>();

  @Test
  void shouldDefineAFeedAndLeaveItsSwitchAlone() {
    decide(Role.ADMIN, "switch-on", "{}");
    decide(Role.ADMIN, "put", SENSORS);

    Feed feed = feed();
    assertThat(feed.definition()).isEqualTo(EntityJson.MAPPER.readTree(SENSORS));
    assertThat(feed.enabled()).isTrue();
    assertThat(EntityJson.read(EntityJson.tree(feed), Feed.class)).isEqualTo(feed);
  }

  @Test
  void shouldSayNothingOfTheSwitchOfAFeedNobodySwitched() {
    decide(Role.LEAD, "pause", "{}");

    assertThat(feed().enabled()).isNull();
    assertThat(feed().definition()).isNull();
    assertThat(feed().paused()).isTrue();
    decide(Role.LEAD, "resume", "{}");
    assertThat(feed()).isEqualTo(Feed.untouched("sensors"));
  }

  @Test
  void shouldTakeARemovedFeedBackSwitchedOff() {
    decide(Role.ADMIN, "put", SENSORS);
    decide(Role.ADMIN, "switch-on", "{}");
    decide(Role.ADMIN, "remove", "{}");

    assertThat(feed().removed()).isTrue();
    for (String action : List.of("switch-on", "switch-off", "pause", "resume", "remove")) {
      assertThat(decide(Role.ADMIN, action, "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
    }
    decide(Role.ADMIN, "restore", "{}");
    assertThat(feed().removed()).isFalse();
    assertThat(feed().enabled()).isFalse();
    assertThat(feed().definition()).isNotNull();
    assertThat(decide(Role.ADMIN, "restore", "{}").refusal()).isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldForgetAllThatWasDecided() {
    decide(Role.ADMIN, "put", SENSORS);
    decide(Role.ADMIN, "switch-on", "{}");
    decide(Role.ADMIN, "pause", "{}");
    decide(Role.ADMIN, "reset", "{}");

    assertThat(feed()).isEqualTo(Feed.untouched("sensors"));
  }

  @ParameterizedTest
  @CsvSource({
    "put, ADMIN",
    "switch-on, ADMIN",
    "switch-off, ADMIN",
    "remove, ADMIN",
    "restore, ADMIN",
    "reset, ADMIN",
    "pause, LEAD ADMIN",
    "resume, LEAD ADMIN"
  })
  void shouldRefuseWhoMayNot(String action, String roles) {
    for (Role role : Role.values()) {
      boolean may = List.of(roles.split(" ")).contains(role.name());
      Decision decision = decide(role, action, "{}");
      assertThat(decision.refusal() == Reason.FORBIDDEN).as(role.name()).isEqualTo(!may);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"enabled\": true}",
        "{\"url\": [1]}",
        "{\"url\": null}",
        "{\"URL\": \"x\"}",
        "{\"secret\": {\"header\": {\"deep\": 1}}}",
        "{\"url\": \"a\\u0000b\"}"
      })
  void shouldRefuseWhatCanNeverBeADefinition(String json) {
    assertThat(decide(Role.ADMIN, "put", json).refusal()).isEqualTo(Reason.INVALID);
    assertThat(now).isEmpty();
  }

  @Test
  void shouldRefuseMoreThanAnyDefinitionHolds() {
    ObjectNode many = EntityJson.MAPPER.createObjectNode();
    for (int i = 0; i < 41; i++) {
      many.put("k" + i, i);
    }
    Decision tooMany = decide(Role.ADMIN, "put", many.toString());
    Decision tooLong = decide(Role.ADMIN, "put", "{\"url\": \"" + "x".repeat(2001) + "\"}");

    assertThat(tooMany.reason()).contains("more than 40 keys");
    assertThat(tooLong.reason()).startsWith("url: longer");
  }

  /** Keys come with later versions of the program, and what was taken must be taken for ever. */
  @Test
  void shouldTakeKeysNobodyKnowsYet() {
    assertThat(decide(Role.ADMIN, "put", "{\"folder\": \"INBOX\", \"after\": 3}").verdict())
        .isEqualTo(Verdict.APPLIED);
  }

  @ParameterizedTest
  @EnumSource
  void shouldPauseAWayInForLeadsAndAdminsAndDoNothingElseToIt(OpenWay way) {
    for (Role role : Role.values()) {
      boolean may = role == Role.LEAD || role == Role.ADMIN;
      Decision decision = decide(way.ref(), role, "pause", "{}");
      assertThat(decision.refusal() == Reason.FORBIDDEN).as(role.name()).isEqualTo(!may);
    }
    assertThat(now.get(way.ref()).as(Feed.class).paused()).isTrue();
    for (String action :
        List.of("put", "switch-on", "switch-off", "remove", "restore", "reset", "other")) {
      assertThat(decide(way.ref(), Role.ADMIN, action, "{}").refusal())
          .as(action)
          .isEqualTo(Reason.INVALID);
    }
    decide(way.ref(), Role.LEAD, "resume", "{}");
    assertThat(now.get(way.ref()).as(Feed.class)).isEqualTo(Feed.untouched(way.feed()));
  }

  @Test
  void shouldKnowAWayInByItsKeyAndItsName() {
    assertThat(OpenWay.ofKey("push")).contains(OpenWay.PUSH);
    assertThat(OpenWay.ofKey("folder")).contains(OpenWay.FOLDER);
    assertThat(OpenWay.ofKey("mailbox")).isEmpty();
    assertThat(OpenWay.isNamed("way.push")).isTrue();
    assertThat(OpenWay.isNamed("push")).isFalse();
  }

  private Feed feed() {
    return now.get(Feed.ref("sensors")).as(Feed.class);
  }

  private Decision decide(Role role, String action, String json) {
    return decide(Feed.ref("sensors"), role, action, json);
  }

  private Decision decide(EntityRef entity, Role role, String action, String json) {
    Actor by = new Actor("somebody", Set.of(role), null);
    ObjectNode details = (ObjectNode) EntityJson.MAPPER.readTree(json);
    Command command = new Command(UUID.randomUUID(), by, entity, null, action, details);
    Decision decision =
        court.decide(
            new Journaled(1, Instant.EPOCH, Instant.EPOCH, command),
            ref -> Optional.ofNullable(now.get(ref)));
    decision.revisions().forEach(revision -> now.put(revision.entity(), revision));
    return decision;
  }
}
