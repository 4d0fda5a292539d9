package org.tocsin.model.incident;

import static org.tocsin.model.incident.IncidentState.ACKNOWLEDGED;
import static org.tocsin.model.incident.IncidentState.CLOSED;
import static org.tocsin.model.incident.IncidentState.DISMISSED;
import static org.tocsin.model.incident.IncidentState.INVESTIGATING;
import static org.tocsin.model.incident.IncidentState.NEW;
import static org.tocsin.model.incident.IncidentState.RESOLVED;
import static org.tocsin.model.incident.IncidentState.WAITING;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tocsin.model.sharing.Role;

/** What people do to an incident: in which states it can be done, and who may. */
public enum IncidentAction {
  /** Makes one by hand. */
  CREATE(Set.of(), Role.FOCAL_POINT),
  /** Somebody has seen it, and takes it where nobody has. */
  ACKNOWLEDGE(Set.of(NEW)),
  /** Says who works on it. */
  ASSIGN(States.LIVING),
  /** Somebody works on it. */
  INVESTIGATE(Set.of(NEW, ACKNOWLEDGED, WAITING)),
  /** Somebody else has to do something first. */
  WAIT(Set.of(NEW, ACKNOWLEDGED, INVESTIGATING)),
  /** Says what happened. */
  CLASSIFY(States.LIVING),
  /** Says how bad it is. */
  SET_SEVERITY(States.LIVING),
  /** Words for the node's team alone. */
  COMMENT(States.STANDING),
  /** Words to or from people outside the team. */
  MESSAGE(States.STANDING, Role.FOCAL_POINT),
  /** Adds a file, to or from people outside the team or for the team alone. */
  ATTACH(States.STANDING, Role.FOCAL_POINT),
  /** Adds a STIX object that is known of it. */
  ADD_OBSERVABLE(States.LIVING),
  /** Says that another one has to do with it. */
  LINK(States.STANDING),
  /** Takes that back. */
  UNLINK(States.STANDING),
  /** Makes others part of it. */
  MERGE(States.LIVING),
  /** Lets one of them stand for itself again. */
  UNMERGE(States.LIVING),
  /** Moves observations into a new one. */
  SPLIT(States.LIVING),
  /** Makes it known to somebody. */
  NOTIFY(States.LIVING),
  /** Asks the lead to look at it. */
  ESCALATE(States.OPEN),
  /** It is over. */
  RESOLVE(States.OPEN),
  /** It was none. */
  DISMISS(States.OPEN),
  /** It is done with. */
  CLOSE(States.LIVING),
  /** It is not over after all. */
  REOPEN(Set.of(RESOLVED, CLOSED, DISMISSED));

  private final Set<IncidentState> states;
  private final Set<Role> roles;

  IncidentAction(Set<IncidentState> states, Role... more) {
    this.states = states;
    EnumSet<Role> all = EnumSet.of(Role.ANALYST, Role.LEAD, Role.ADMIN);
    Collections.addAll(all, more);
    this.roles = Collections.unmodifiableSet(all);
  }

  /** As it is written in commands, such as {@code set-severity}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The action of that key; empty where there is none. */
  public static Optional<IncidentAction> ofKey(String key) {
    return Arrays.stream(values()).filter(action -> action.key().equals(key)).findFirst();
  }

  /** Whether somebody with those roles may do it at all. */
  public boolean isOpenTo(Set<Role> some) {
    return roles.stream().anyMatch(some::contains);
  }

  /** Whether it can be done to an incident that stands there. */
  public boolean isPossibleIn(IncidentState state) {
    return states.contains(state);
  }

  /** Whether it can be done to that incident as it is. */
  public boolean isPossibleFor(Incident incident) {
    return isPossibleIn(incident.state())
        && switch (this) {
          case ESCALATE -> !incident.escalated();
          case UNLINK -> !incident.links().isEmpty();
          case UNMERGE -> !incident.merged().isEmpty();
          default -> true;
        };
  }

  /** Whether it ends an incident. */
  public boolean isEnd() {
    return this == RESOLVE || this == DISMISS || this == CLOSE;
  }

  /** Sets of states that several actions have in common. */
  private static final class States {
    static final Set<IncidentState> OPEN = Set.of(NEW, ACKNOWLEDGED, INVESTIGATING, WAITING);

    /** Its results may still change. */
    static final Set<IncidentState> LIVING =
        Set.of(NEW, ACKNOWLEDGED, INVESTIGATING, WAITING, RESOLVED);

    /** It is no part of another one. */
    static final Set<IncidentState> STANDING =
        Set.of(NEW, ACKNOWLEDGED, INVESTIGATING, WAITING, RESOLVED, CLOSED, DISMISSED);
  }
}
