package org.tocsin.model.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Field;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;

/** What is added to an incident: observables, and those it is made known to. */
final class Adding {
  /** The most observables an incident has. */
  static final int MOST_OBSERVABLES = 200;

  /** The most characters of all of them as JSON: a command and its outcome must fit one record. */
  private static final int LONGEST_OBSERVABLES = 200_000;

  /** The most organisations, groups and persons it is made known to, together. */
  private static final int MOST_NOTIFIED = 200;

  private Adding() {}

  /** The details of {@code add-observable}. */
  private record Known(@Nullable JsonNode observable) {}

  static Incident observable(Command command, Incident incident) {
    StixObject observable = Observable.read(command.details(Known.class).observable());
    if (incident.observables().stream().anyMatch(one -> one.id().equals(observable.id()))) {
      throw RefusedException.wrongState("observable: it is there already");
    }
    if (incident.observables().size() >= MOST_OBSERVABLES) {
      throw RefusedException.wrongState("observable: there are " + MOST_OBSERVABLES + " already");
    }
    Incident more = Revised.of(incident).add(observable).incident();
    requireRoom(more.observables());
    return more;
  }

  /** Refuses more than fits. */
  static void requireRoom(List<StixObject> observables) {
    int length = observables.stream().mapToInt(one -> one.json().toString().length()).sum();
    if (length > LONGEST_OBSERVABLES) {
      throw RefusedException.invalid(
          "observables: longer than " + LONGEST_OBSERVABLES + " characters together");
    }
  }

  /** The details of {@code notify}: ids of organisations and sharing groups, user names. */
  private record Notified(
      @Nullable List<String> organisations,
      @Nullable List<String> groups,
      @Nullable List<String> persons) {

    List<String> names(String field, @Nullable List<String> names) {
      return Told.unlessBad(() -> Field.list(field, names, MOST_NOTIFIED)).stream()
          .map(name -> Told.line(field, name, Told.LONGEST_NAME))
          .toList();
    }

    List<String> theOrganisations() {
      return names("organisations", organisations);
    }

    List<String> theGroups() {
      return names("groups", groups);
    }

    List<String> thePersons() {
      return names("persons", persons);
    }
  }

  /** Those that are said to be in the directory. */
  static Set<EntityRef> directory(Command command) {
    Notified notified = command.details(Notified.class);
    return Told.unlessBad(() -> {
      Set<EntityRef> refs = new HashSet<>();
      notified.theOrganisations().forEach(id -> refs.add(Organisation.ref(id)));
      notified.theGroups().forEach(id -> refs.add(SharingGroup.ref(id)));
      return refs;
    });
  }

  static Incident audience(Command command, Incident incident, Before before) {
    Notified notified = command.details(Notified.class);
    notified.theOrganisations().forEach(id -> requireOrganisation(id, before));
    notified.theGroups().forEach(id -> requireGroup(id, before));
    Audience all =
        new Audience(
            both(incident.audience().organisations(), notified.theOrganisations()),
            both(incident.audience().groups(), notified.theGroups()),
            both(incident.audience().persons(), notified.thePersons()));
    if (all.equals(incident.audience())) {
      throw RefusedException.invalid("organisations: nobody is named who does not know it already");
    }
    if (all.organisations().size() + all.groups().size() + all.persons().size() > MOST_NOTIFIED) {
      throw RefusedException.wrongState(
          "organisations: at most " + MOST_NOTIFIED + " can be named, with groups and persons");
    }
    return Revised.of(incident).audience(all).incident();
  }

  private static Set<String> both(Set<String> some, List<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static void requireOrganisation(String id, Before before) {
    if (before
        .find(Organisation.ref(id), Organisation.class)
        .filter(organisation -> !organisation.retired())
        .isEmpty()) {
      throw RefusedException.invalid(
          "organisations: no organisation '" + id + "' is in the directory");
    }
  }

  private static void requireGroup(String id, Before before) {
    if (before
        .find(SharingGroup.ref(id), SharingGroup.class)
        .filter(group -> !group.retired())
        .isEmpty()) {
      throw RefusedException.invalid("groups: there is no sharing group '" + id + "'");
    }
  }
}
