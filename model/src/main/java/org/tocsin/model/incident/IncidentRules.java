package org.tocsin.model.incident;

import java.util.List;
import java.util.Set;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Rules;

/**
 * What commands do to an incident: {@code open}, by the correlator alone, and what people do, which
 * is in {@link IncidentAction}; the correlator does little of that because of mails ({@link
 * Answering}).
 */
public final class IncidentRules implements Rules {
  @Override
  public EntityKind kind() {
    return EntityKind.INCIDENT;
  }

  @Override
  public Set<EntityRef> looksAt(Command command) {
    if (command.action().equals(Opening.ACTION)) {
      return Joining.looksAt(opening(command));
    }
    return switch (action(command)) {
      case LINK, UNLINK, UNMERGE -> Relating.other(command);
      case MERGE -> Merging.others(command);
      case SPLIT -> Splitting.touched(command);
      case NOTIFY -> Adding.directory(command);
      case RESOLVE, DISMISS, CLOSE -> Progress.predecessors(command);
      default -> Set.of();
    };
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    Command command = made.command();
    if (command.action().equals(Opening.ACTION)) {
      return open(made, before);
    }
    IncidentAction action = action(command);
    if (command.by().equals(Opening.CORRELATOR) && Answering.mayDo(action)) {
      return Answering.act(action, command, standing(action, command, before), before);
    }
    if (!action.isOpenTo(command.by().roles())) {
      throw RefusedException.forbidden("your roles do not include this action on incidents");
    }
    return action == IncidentAction.CREATE
        ? List.of(create(made, before))
        : act(action, made, standing(action, command, before), before);
  }

  private static List<Entity> act(
      IncidentAction action, Journaled made, Incident incident, Before before) {
    Command command = made.command();
    return switch (action) {
      case CREATE -> throw new IllegalStateException("there is one already");
      case ACKNOWLEDGE -> List.of(Progress.acknowledge(command, incident));
      case ASSIGN -> List.of(Progress.assign(command, incident));
      case INVESTIGATE -> List.of(Progress.investigate(command, incident));
      case WAIT -> List.of(Progress.pause(command, incident));
      case CLASSIFY -> List.of(Progress.classify(command, incident));
      case SET_SEVERITY -> List.of(Progress.severity(command, incident));
      case COMMENT -> List.of(Speaking.comment(command, incident));
      case MESSAGE -> List.of(Speaking.message(command, incident));
      case ATTACH -> List.of(Speaking.attach(command, incident));
      case ADD_OBSERVABLE -> List.of(Adding.observable(command, incident));
      case LINK -> Relating.link(command, incident, before);
      case UNLINK -> Relating.unlink(command, incident, before);
      case MERGE -> Merging.merge(command, incident, before);
      case UNMERGE -> Merging.unmerge(command, incident, before);
      case SPLIT -> Splitting.split(made, incident, before);
      case NOTIFY -> List.of(Adding.audience(command, incident, before));
      case ESCALATE -> List.of(Progress.escalate(command, incident));
      case RESOLVE -> Progress.end(made, incident, IncidentState.RESOLVED, before);
      case DISMISS -> Progress.end(made, incident, IncidentState.DISMISSED, before);
      case CLOSE -> Progress.end(made, incident, IncidentState.CLOSED, before);
      case REOPEN -> List.of(Progress.reopen(command, incident));
    };
  }

  private static IncidentAction action(Command command) {
    return IncidentAction.ofKey(command.action())
        .orElseThrow(() -> RefusedException.invalid("action: not one of an incident"));
  }

  private static Incident standing(IncidentAction action, Command command, Before before) {
    Incident incident =
        before
            .find(command.entity(), Incident.class)
            .orElseThrow(() -> RefusedException.notFound("there is no such incident"));
    if (!action.isPossibleIn(incident.state())) {
      throw RefusedException.wrongState(
          "'%s' is not possible: the incident is %s"
              .formatted(action.key(), incident.state().key()));
    }
    return incident;
  }

  private static Incident create(Journaled made, Before before) {
    Command command = made.command();
    if (before.find(command.entity(), Incident.class).isPresent()) {
      throw RefusedException.wrongState("the incident is there already");
    }
    return command.details(Creation.class).open(made);
  }

  private static List<Entity> open(Journaled made, Before before) {
    Command command = made.command();
    if (before.find(command.entity(), Incident.class).isPresent()) {
      throw RefusedException.wrongState("the incident is open already");
    }
    Opening opening = opening(command);
    return Joining.join(
        opening,
        opening.open(made, before.find(Incident.ref(opening.episode().previous()), Incident.class)),
        before);
  }

  private static Opening opening(Command command) {
    if (!command.by().equals(Opening.CORRELATOR)) {
      throw RefusedException.forbidden("only the correlator opens incidents of observations");
    }
    if (!command.details().path("episode").path("previous").isString()) {
      throw RefusedException.invalid("episode: missing");
    }
    Opening opening = command.details(Opening.class);
    if (!Incident.ref(opening.episode().id()).equals(command.entity())) {
      throw RefusedException.invalid("episode.id: is not the incident's");
    }
    return opening;
  }
}
