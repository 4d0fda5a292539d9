package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationRules;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.directory.SharingGroupRules;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningRules;
import org.tocsin.model.warning.WarningState;
import tools.jackson.databind.node.ObjectNode;

@UseEngines(EngineKind.ELASTICSEARCH)
class WarningIT {
  private static final Instant BEGIN = Instant.parse("2026-11-27T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final Actor ANALYST = new Actor("analyst", Set.of(Role.ANALYST), null);
  private static final Actor LEAD = new Actor("lead", Set.of(Role.LEAD, Role.ADMIN), null);
  private static final Actor FRANCE = new Actor("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr");
  private static final Reader TEAM = new Reader("analyst", Set.of(Role.ANALYST), null);
  private static final Reader FRENCH =
      new Reader("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr", in("west"));
  private static final Reader GERMAN =
      new Reader("focal-de", Set.of(Role.FOCAL_POINT), "cert-de", in("east"));
  private static final String WEST = "{\"groups\": [\"west\"]}";

  private final Court court =
      new Court(List.of(new OrganisationRules(), new SharingGroupRules(), new WarningRules()));
  private TestStore store;
  private Warnings warnings;
  private int offset;

  @BeforeEach
  void open(EngineAddresses engines) {
    store = TestStore.at(engines.elasticsearchUrl());
    store.store().keepUp();
    warnings = store.store().warnings();
    for (String id : new String[] {"cert-fr", "cert-de"}) {
      decide(LEAD, Organisation.ref(id), "put", "{\"name\": \"O\", \"kind\": \"focal-point\"}");
    }
    for (String id : new String[] {"west", "east"}) {
      decide(
          LEAD,
          SharingGroup.ref(id),
          "put",
          "{\"name\": \"G\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\"]}");
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void shouldReadBackAllThatWasDecided() {
    Warning made = published("Phishing", "AMBER", WEST);
    StoredWarning found = warnings.find(made.number(), filter(TEAM)).orElseThrow();

    assertThat(found.warning()).isEqualTo(made);
    assertThat(found.version()).isEqualTo(4);
    assertThat(warnings.find(made.id().toString(), filter(TEAM))).contains(found);
    assertThat(warnings.find("W-2026-999999", filter(TEAM))).isEmpty();
    assertThat(warnings.find(new UUID(0, 9).toString(), filter(TEAM))).isEmpty();
  }

  @Test
  void shouldBeFoundByThoseItIsAddressedToAlone() {
    Warning made = published("Phishing", "AMBER", WEST);

    assertThat(titles(WarningQuery.all(10), FRENCH)).containsExactly("Phishing");
    assertThat(titles(WarningQuery.all(10), GERMAN)).isEmpty();
    assertThat(warnings.find(made.number(), filter(FRENCH))).isPresent();
    assertThat(warnings.find(made.number(), filter(GERMAN))).isEmpty();
    assertThat(warnings.find(made.id().toString(), filter(GERMAN))).isEmpty();
  }

  @Test
  void shouldNotBeFoundByWhatIsOnlyWritten() {
    Warning made = published("Phishing", "GREEN", "{}");
    act(made.id(), ANALYST, "update", content("Ransomware", "GREEN", "{}"));
    draft("Botnet", "CLEAR", "{}");
    store.store().decisionWriter().makeVisible();

    assertThat(titles(text("ransomware"), FRENCH)).isEmpty();
    assertThat(titles(text("botnet"), FRENCH)).isEmpty();
    assertThat(titles(text("phishing"), FRENCH)).containsExactly("Phishing");
    assertThat(titles(states(WarningState.DRAFT), FRENCH)).isEmpty();
    assertThat(titles(incident(), FRENCH)).isEmpty();
    assertThat(titles(text("ransomware"), TEAM)).containsExactly("Phishing");
    assertThat(titles(text("botnet"), TEAM)).containsExactly("Botnet");
    assertThat(titles(states(WarningState.DRAFT), TEAM)).containsExactly("Botnet", "Phishing");
    assertThat(titles(incident(), TEAM)).hasSize(2);
  }

  @Test
  void shouldBeFoundByWhereItStands() {
    published("Holds", "GREEN", "{}");
    Warning over = published("Over", "GREEN", "{}, \"validUntil\": \"2026-11-28T07:59:59Z\"");
    Warning taken = published("Taken back", "GREEN", "{}");
    act(taken.id(), LEAD, "withdraw", "{\"reason\": \"a drill\"}");
    store.store().decisionWriter().makeVisible();

    assertThat(titles(states(WarningState.PUBLISHED), FRENCH)).containsExactly("Holds");
    assertThat(titles(states(WarningState.EXPIRED), FRENCH)).containsExactly("Over");
    assertThat(titles(states(WarningState.WITHDRAWN), FRENCH)).containsExactly("Taken back");
    assertThat(titles(states(WarningState.PUBLISHED, WarningState.WITHDRAWN), TEAM))
        .containsExactly("Taken back", "Holds");
    assertThat(over.state(NOW)).isEqualTo(WarningState.EXPIRED);
  }

  @Test
  void shouldBeToAcknowledgeUntilItIsAndAgainWhenItChanges() {
    Warning made = published("Phishing", "GREEN", "{}");
    published("Botnet", "GREEN", "{}");
    act(made.id(), FRANCE, "acknowledge", "{\"version\": 1}");
    store.store().decisionWriter().makeVisible();

    assertThat(titles(toAcknowledge(), FRENCH)).containsExactly("Botnet");
    assertThat(titles(WarningQuery.all(10), FRENCH)).containsExactly("Botnet", "Phishing");
    act(made.id(), ANALYST, "update", content("Phishing again", "GREEN", "{}"));
    release(made.id());
    assertThat(titles(toAcknowledge(), FRENCH)).containsExactly("Phishing again", "Botnet");
  }

  @Test
  void shouldBeReadPageByPage() {
    for (int n = 0; n < 7; n++) {
      published("Warning " + n, "GREEN", "{}");
    }
    List<String> read = new ArrayList<>();
    String cursor = null;
    Page<StoredWarning> page;
    do {
      WarningQuery query = new WarningQuery(Set.of(), null, null, null, null, cursor, 3);
      page = warnings.search(query, filter(FRENCH), NOW);
      page.items().forEach(one -> read.add(one.warning().content().title()));
      cursor = page.cursor();
    } while (page.more());

    assertThat(read).hasSize(7).doesNotHaveDuplicates().startsWith("Warning 6", "Warning 5");
  }

  /** The same as a decision and as a query, whatever was done to a warning. */
  @Test
  void shouldFindExactlyWhatThePolicyAdmits() {
    Random random = new Random(20_261_127);
    Set<UUID> all = new HashSet<>();
    String[] levels = {"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"};
    for (int n = 0; n < 60; n++) {
      String audience =
          "{\"organisations\": [%s], \"groups\": [\"%s\"], \"persons\": [\"%s\"]}"
              .formatted(
                  random.nextBoolean() ? "\"cert-fr\"" : "\"cert-de\"",
                  random.nextBoolean() ? "west" : "east",
                  random.nextBoolean() ? "focal-fr" : "focal-de");
      UUID id = draft("Warning " + n, levels[n % levels.length], audience);
      all.add(id);
      if (random.nextInt(4) > 0) {
        release(id);
        if (random.nextInt(4) == 0) {
          act(id, LEAD, "withdraw", "{\"reason\": \"a drill\"}");
        } else if (random.nextInt(3) == 0) {
          act(id, ANALYST, "update", content("Next", "CLEAR", "{}"));
        }
      }
    }
    store.store().decisionWriter().makeVisible();
    int shown = 0;
    for (Reader reader : readers()) {
      for (SharingFilter filter : filters(reader)) {
        Set<String> decided = new TreeSet<>();
        for (UUID id : all) {
          if (filter.admits(now(Warning.ref(id)).marked())) {
            decided.add(id.toString());
          }
          assertThat(warnings.find(id.toString(), filter).isPresent())
              .isEqualTo(decided.contains(id.toString()));
        }
        Set<String> found = new TreeSet<>();
        warnings
            .search(WarningQuery.all(1_000), filter, NOW)
            .items()
            .forEach(one -> found.add(one.warning().id().toString()));
        assertThat(found).as("%s", reader).isEqualTo(decided);
        shown += found.size();
      }
    }
    assertThat(shown).isPositive();
  }

  private static List<Reader> readers() {
    List<Reader> readers = new ArrayList<>(List.of(Reader.ANONYMOUS, TEAM, FRENCH, GERMAN));
    for (Role role : Role.values()) {
      readers.add(new Reader("focal-fr", Set.of(role), "cert-fr", in("east")));
      readers.add(new Reader("analyst", Set.of(role), null));
    }
    Constituency all = new Constituency(List.of(NetworkAsset.parse("192.0.2.0/24")));
    readers.add(
        new Reader("x", Set.of(Role.FOCAL_POINT), "cert-es", new Membership(Set.of(), all)));
    return readers;
  }

  private static List<SharingFilter> filters(Reader reader) {
    return List.of(
        SharingPolicy.knowledge(reader),
        SharingPolicy.knowledge(reader, Exit.TAXII),
        SharingPolicy.knowledge(reader, Exit.PUBLIC));
  }

  private static Membership in(String group) {
    return new Membership(Set.of(group), Constituency.NONE);
  }

  private static SharingFilter filter(Reader reader) {
    return SharingPolicy.knowledge(reader);
  }

  private static WarningQuery text(String text) {
    return new WarningQuery(Set.of(), null, text, null, null, null, 10);
  }

  private static WarningQuery states(WarningState... states) {
    return new WarningQuery(Set.of(states), null, null, null, null, null, 10);
  }

  private static WarningQuery toAcknowledge() {
    return new WarningQuery(Set.of(), null, null, "focal-fr", null, null, 10);
  }

  private static WarningQuery incident() {
    return new WarningQuery(Set.of(), null, null, null, new UUID(7, 7), null, 10);
  }

  private List<String> titles(WarningQuery query, Reader reader) {
    return warnings.search(query, filter(reader), NOW).items().stream()
        .map(one -> one.warning().content().title())
        .toList();
  }

  private static String content(String title, String tlp, String audience) {
    return """
    {"title": "%s", "summary": "Mind it.", "severity": "high", "tlp": "%s", "audience": %s,
     "observables": [{"type": "ip", "value": "192.0.2.7"}], "incidents": ["%s"]}
    """
        .formatted(title, tlp, audience, new UUID(7, 7));
  }

  private UUID draft(String title, String tlp, String audience) {
    UUID id = UUID.randomUUID();
    act(id, ANALYST, "create", content(title, tlp, audience));
    return id;
  }

  private Warning published(String title, String tlp, String audience) {
    UUID id = draft(title, tlp, audience);
    release(id);
    return now(Warning.ref(id));
  }

  private void release(UUID id) {
    act(id, ANALYST, "submit", "{}");
    String hash = now(Warning.ref(id)).working().content().hash();
    act(id, LEAD, "approve", "{\"hash\": \"" + hash + "\"}");
    act(id, LEAD, "publish", "{}");
    store.store().decisionWriter().makeVisible();
  }

  private Warning now(EntityRef ref) {
    return store.store().decisions().now(List.of(ref)).get(ref).as(Warning.class);
  }

  private void act(UUID id, Actor by, String action, String json) {
    decide(by, Warning.ref(id), action, json);
  }

  private void decide(Actor by, EntityRef ref, String action, String json) {
    Command command =
        new Command(
            new UUID(3, ++offset),
            by,
            ref,
            null,
            action,
            (ObjectNode) EntityJson.MAPPER.readTree(json));
    Instant at = BEGIN.plusSeconds(offset);
    var there = store.store().decisionWriter().now(court.looksAt(command));
    Decision decision =
        court.decide(
            new Journaled(offset, at, at, command), seen -> Optional.ofNullable(there.get(seen)));
    assertThat(decision.reason()).isNull();
    store.store().decisionWriter().write(List.of(decision));
  }
}
