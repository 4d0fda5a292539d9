package org.tocsin.model.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.stix.StixObject;

/** An incident while it is changed. */
final class Revised {
  private final Incident before;
  private Rsit type;
  private Severity severity;
  private IncidentState state;
  private boolean escalated;
  private @Nullable String assignee;
  private Audience audience;
  private @Nullable UUID mergedInto;
  private @Nullable Instant ended;
  private final List<StixObject> observables;
  private final Set<UUID> links;
  private final List<UUID> merged;
  private final Set<UUID> included;
  private final Set<UUID> excluded;

  private Revised(Incident before) {
    this.before = before;
    type = before.type();
    severity = before.severity();
    state = before.state();
    escalated = before.escalated();
    assignee = before.assignee();
    audience = before.audience();
    mergedInto = before.mergedInto();
    ended = before.ended();
    observables = new ArrayList<>(before.observables());
    links = new HashSet<>(before.links());
    merged = new ArrayList<>(before.merged());
    included = new HashSet<>(before.included());
    excluded = new HashSet<>(before.excluded());
  }

  /** Begins with the incident as it stands. */
  static Revised of(Incident incident) {
    return new Revised(incident);
  }

  Revised type(Rsit changed) {
    type = changed;
    return this;
  }

  Revised severity(Severity changed) {
    severity = changed;
    return this;
  }

  Revised state(IncidentState changed) {
    state = changed;
    return this;
  }

  Revised escalate() {
    escalated = true;
    return this;
  }

  Revised assignee(@Nullable String changed) {
    assignee = changed;
    return this;
  }

  /** Whoever that is works on it, where nobody does. */
  Revised takenBy(String name) {
    return assignee == null ? assignee(name) : this;
  }

  Revised audience(Audience changed) {
    audience = changed;
    return this;
  }

  Revised add(StixObject observable) {
    observables.add(observable);
    return this;
  }

  Revised link(UUID other) {
    links.add(other);
    return this;
  }

  Revised unlink(UUID other) {
    links.remove(other);
    return this;
  }

  /** That one and all that is part of it become part of this one. */
  Revised merge(Incident other) {
    merged.add(other.id());
    merged.addAll(other.merged());
    return this;
  }

  /** Neither that one nor what is part of it is part of this one any more. */
  Revised unmerge(Incident other) {
    merged.remove(other.id());
    merged.removeAll(other.merged());
    return this;
  }

  Revised mergedInto(@Nullable UUID survivor) {
    mergedInto = survivor;
    return this;
  }

  Revised ended(@Nullable Instant at) {
    ended = at;
    return this;
  }

  /** Those observations are not its own any more. */
  Revised exclude(Collection<UUID> observations) {
    observations.forEach(included::remove);
    excluded.addAll(observations);
    return this;
  }

  int links() {
    return links.size();
  }

  int observables() {
    return observables.size();
  }

  int merged() {
    return merged.size();
  }

  int excluded() {
    return excluded.size();
  }

  /** The incident afterwards. */
  Incident incident() {
    return new Incident(
        before.id(),
        before.number(),
        before.episode(),
        before.queue(),
        before.title(),
        before.description(),
        type,
        before.network(),
        severity,
        state,
        escalated,
        assignee,
        before.tlp(),
        before.reporter(),
        audience,
        observables,
        links,
        merged,
        mergedInto,
        included,
        excluded,
        ended);
  }
}
