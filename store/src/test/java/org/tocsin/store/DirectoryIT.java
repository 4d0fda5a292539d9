package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.directory.Concerned;
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
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Role;
import org.tocsin.store.directory.KnownDirectory;
import tools.jackson.databind.node.ObjectNode;

@UseEngines(EngineKind.ELASTICSEARCH)
class DirectoryIT {
  private static final Instant BEGIN = Instant.parse("2026-11-25T08:00:00Z");
  private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), null);

  private final Court court = new Court(List.of(new OrganisationRules(), new SharingGroupRules()));
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private TestStore store;
  private Directory directory;
  private KnownDirectory known;
  private int offset;

  @BeforeEach
  void open(EngineAddresses engines) {
    store = TestStore.at(engines.elasticsearchUrl());
    store.store().keepUp();
    directory = store.store().directory();
    known = new KnownDirectory(directory, now::get);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void shouldReadBackEveryFieldOfWhatWasDecided() {
    assertThat(directory.organisations()).isEmpty();
    Decision made =
        put(
            Organisation.ref("cert-fr"),
            """
            {"name": "CERT-FR", "kind": "focal-point", "country": "FR",
             "contacts": [{"name": "Desk", "email": "desk@cert-fr.example", "published": true}],
             "keys": [{"kind": "pgp", "fingerprint": "0123456789ABCDEF0123456789ABCDEF01234567"}],
             "assets": ["192.0.2.0/24", "AS64496", "cert-fr.example", "FR"],
             "identities": ["focal-fr"], "ceiling": "TLP:AMBER"}
            """);
    store.store().decisionWriter().makeVisible();

    assertThat(directory.organisations())
        .containsExactly(made.revision().orElseThrow().as(Organisation.class));
  }

  @Test
  void shouldReadAllHoweverManyThereAre() {
    List<Decision> decisions = new ArrayList<>();
    for (int n = 0; n < 1_203; n++) {
      decisions.add(
          decide(
              Organisation.ref("org-%04d".formatted(n)),
              "put",
              "{\"name\": \"O\", \"kind\": \"constituent\"}"));
    }
    store.store().decisionWriter().write(decisions);
    store.store().decisionWriter().makeVisible();

    assertThat(directory.organisations())
        .hasSize(1_203)
        .extracting(Organisation::id)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldHaveAnotherEditionAfterEveryChange() {
    long none = directory.edition();
    organisation("cert-fr", "192.0.2.0/24");
    long one = edition();
    organisation("cert-fr", "198.51.100.0/24");
    long changed = edition();
    group("west", "cert-fr");

    assertThat(List.of(none, one, changed, edition())).doesNotHaveDuplicates();
    assertThat(edition()).isEqualTo(directory.edition());
  }

  @Test
  void shouldTellWhoBelongsWhereAndFollowChanges() {
    organisation("cert-fr", "192.0.2.0/24");
    organisation("bank", "192.0.2.128/25");
    group("west", "cert-fr", "bank");
    store.store().decisionWriter().makeVisible();

    assertThat(known.of("cert-fr").groups()).containsExactly("west");
    assertThat(known.of("cert-fr").constituency().concerns(address("192.0.2.200"))).isTrue();
    assertThat(known.of("bank").constituency().concerns(address("192.0.2.1"))).isFalse();
    assertThat(known.of("nobody")).isEqualTo(Membership.NONE);
    assertThat(known.now().whose("192.0.2.200")).containsExactly("bank");
    assertThat(known.now().whose("192.0.2.1")).containsExactly("cert-fr");
    assertThat(known.now().whose("198.51.100.1")).isEmpty();

    group("west", "cert-fr");
    write(decide(Organisation.ref("cert-fr"), "retire", "{}"));
    store.store().decisionWriter().makeVisible();
    now.set(BEGIN.plusMillis(999));
    assertThat(known.of("bank").groups()).containsExactly("west");
    now.set(BEGIN.plusSeconds(1));
    assertThat(known.of("bank").groups()).isEmpty();
    assertThat(known.of("cert-fr")).isEqualTo(Membership.NONE);
    assertThat(known.now().whose("192.0.2.1")).isEmpty();
  }

  @Test
  void shouldSayNothingOfAGroupThatEnded() {
    organisation("cert-fr", "192.0.2.0/24");
    group("west", "cert-fr");
    write(decide(SharingGroup.ref("west"), "retire", "{}"));
    store.store().decisionWriter().makeVisible();

    assertThat(known.of("cert-fr").groups()).isEmpty();
    assertThat(known.now().groups()).extracting(SharingGroup::retired).containsExactly(true);
  }

  private long edition() {
    store.store().decisionWriter().makeVisible();
    return directory.edition();
  }

  private static Concerned address(String ip) {
    return new Concerned(Set.of(ip), Set.of(), Set.of(), Set.of());
  }

  private void organisation(String id, String block) {
    put(
        Organisation.ref(id),
        "{\"name\": \"O\", \"kind\": \"constituent\", \"assets\": [\"%s\"]}".formatted(block));
  }

  private void group(String id, String... members) {
    String all = "\"" + String.join("\", \"", members) + "\"";
    put(
        SharingGroup.ref(id),
        "{\"name\": \"G\", \"owner\": \"%s\", \"members\": [%s]}".formatted(members[0], all));
  }

  private Decision put(EntityRef ref, String json) {
    return write(decide(ref, "put", json));
  }

  private Decision write(Decision decision) {
    assertThat(decision.reason()).isNull();
    store.store().decisionWriter().write(List.of(decision));
    return decision;
  }

  private Decision decide(EntityRef ref, String action, String json) {
    Command command =
        new Command(
            new UUID(0, ++offset),
            ADMIN,
            ref,
            null,
            action,
            (ObjectNode) EntityJson.MAPPER.readTree(json));
    Instant at = BEGIN.plusSeconds(offset);
    var there = store.store().decisionWriter().now(court.looksAt(command));
    return court.decide(
        new Journaled(offset, at, at, command), seen -> Optional.ofNullable(there.get(seen)));
  }
}
