package org.tocsin.web.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.subscription.SigningSecret;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.leak.Thing.Kind;
import tools.jackson.databind.node.ObjectNode;

/** What people and machines want to hear of, each with a secret of its own. */
final class Subscribed {
  private static final NodeSecret NODE = new NodeSecret(new byte[NodeSecret.SHORTEST]);
  private static final List<Role> SUBSCRIBING =
      List.of(Role.FOCAL_POINT, Role.SUBSCRIBER, Role.PEER, Role.ANALYST, Role.LEAD, Role.ADMIN);

  private final Chance chance;
  private final Judged judged;
  private final List<Thing> things = new ArrayList<>();

  Subscribed(Chance chance, Network network, Judged judged) {
    this.chance = chance;
    this.judged = judged;
    List<Onlooker> owners =
        network.onlookers().stream().filter(who -> SUBSCRIBING.stream().anyMatch(who::is)).toList();
    for (int i = 0; i < 6; i++) {
      subscribe(chance.one(owners));
    }
  }

  List<Thing> things() {
    return things;
  }

  private void subscribe(Onlooker owner) {
    int number = chance.next();
    UUID id = Made.id(number);
    String mark = "wish-" + number + ".";
    ObjectNode wish =
        (ObjectNode)
            EntityJson.MAPPER.readTree(
                """
                {"name": "%s", "filter": {"about": ["warnings"]},
                 "channel": {"kind": "webhook", "address": "https://hooks.example.org/%d"}}
                """
                    .formatted(mark, number));
    Actor by = new Actor(owner.name(), owner.roles(), owner.organisation());
    judged
        .journal()
        .append(
            new Command(
                Made.id(chance.next()), by, Subscription.ref(id), 0L, SubscriptionRules.PUT, wish));
    Subscription made = judged.now.get(Subscription.ref(id)).as(Subscription.class);
    Predicate<Onlooker> own =
        who ->
            who.name().equals(owner.name())
                || owner.organisation() != null
                    && who.isOf(owner.organisation())
                    && who.is(Role.FOCAL_POINT);
    things.add(
        new Thing(
            Kind.SUBSCRIPTION,
            id.toString(),
            mark,
            who -> who.isOfTheTeam() || own.test(who),
            SigningSecret.of(NODE, made),
            own,
            owner));
  }
}
