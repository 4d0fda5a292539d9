package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Pace;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionFilter;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.store.subscription.KnownIndex;
import org.tocsin.store.subscription.KnownSubscriptions;
import tools.jackson.databind.node.ObjectNode;

@UseEngines(EngineKind.ELASTICSEARCH)
class SubscriptionIT {
  private static final Instant BEGIN = Instant.parse("2026-11-25T08:00:00Z");
  private static final Actor OWNER = new Actor("fatou", Set.of(Role.FOCAL_POINT), "cert-sn");

  private final Court court = new Court(List.of(new SubscriptionRules()));
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private TestStore store;
  private KnownSubscriptions known;
  private int offset;

  @BeforeEach
  void open(EngineAddresses engines) {
    store = TestStore.at(engines.elasticsearchUrl());
    store.store().keepUp();
    known = new KnownSubscriptions(store.store().subscriptions(), now::get);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void shouldFollowWhatIsMadeChangedAndRemoved() {
    assertThat(known.now()).isEmpty();
    UUID one = new UUID(0, 1);
    UUID other = new UUID(0, 2);
    write(List.of(decide(one, "put", wish("one")), decide(other, "put", wish("other"))));
    assertThat(known.now())
        .extracting(Subscription::name)
        .containsExactlyInAnyOrder("one", "other");
    assertThat(known.find(one).orElseThrow().channel())
        .isEqualTo(new Channel.Webhook(URI.create("https://hooks.example.org/one")));

    write(List.of(decide(one, "put", wish("changed")), decide(other, "pause", empty())));
    assertThat(known.find(one).orElseThrow().name()).isEqualTo("changed");
    assertThat(known.find(other).orElseThrow().paused()).isTrue();
    List<Subscription> same = known.now();
    now.set(now.get().plusSeconds(5));
    assertThat(known.now()).isSameAs(same);

    write(List.of(decide(one, "remove", empty())));
    assertThat(known.now()).extracting(Subscription::name).containsExactly("other");
    assertThat(known.find(one)).isEmpty();
  }

  /** More than one page, and more than is looked back. */
  @Test
  void shouldReadAllHoweverManyThereAreAndThenOnlyWhatChanged() {
    List<Decision> decisions = new ArrayList<>();
    for (int n = 0; n < 2_205; n++) {
      decisions.add(decide(new UUID(7, n), "put", wish("s" + n)));
    }
    write(decisions);
    assertThat(known.now()).hasSize(2_205).doesNotHaveDuplicates();

    write(List.of(decide(new UUID(7, 0), "put", wish("first"))));
    assertThat(known.now()).hasSize(2_205);
    assertThat(known.find(new UUID(7, 0)).orElseThrow().name()).isEqualTo("first");
    assertThat(store.store().subscriptions().changedSince(offset - 1L)).hasSize(1);

    KnownIndex index =
        new KnownIndex(known, new KnownDirectory(store.store().directory(), now::get));
    assertThat(index.now().size()).isEqualTo(2_205);
    assertThat(index.now()).isSameAs(index.now());
  }

  private void write(List<Decision> decisions) {
    store.store().decisionWriter().write(decisions);
    store.store().decisionWriter().makeVisible();
    now.set(now.get().plusSeconds(5));
  }

  private static ObjectNode wish(String name) {
    return EntityJson.tree(
        new SubscriptionWish(
            name,
            SubscriptionFilter.WARNINGS,
            new Channel.Webhook(URI.create("https://hooks.example.org/" + name)),
            Pace.INSTANT,
            "fr",
            null,
            10));
  }

  private static ObjectNode empty() {
    return EntityJson.MAPPER.createObjectNode();
  }

  private Decision decide(UUID id, String action, ObjectNode details) {
    EntityRef ref = Subscription.ref(id);
    Optional<Revision> before =
        Optional.ofNullable(store.store().decisions().now(List.of(ref)).get(ref));
    Instant at = BEGIN.plusSeconds(offset);
    Journaled made =
        new Journaled(
            offset++, at, at, new Command(UUID.randomUUID(), OWNER, ref, null, action, details));
    return court.decide(made, any -> before);
  }
}
