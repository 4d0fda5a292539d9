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

/** What commands do to an incident. */
public final class IncidentRules implements Rules {
  @Override
  public EntityKind kind() {
    return EntityKind.INCIDENT;
  }

  @Override
  public Set<EntityRef> looksAt(Command command) {
    return command.action().equals(Opening.ACTION)
        ? Set.of(Incident.ref(command.details(Opening.class).episode().previous()))
        : Set.of();
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    Command command = made.command();
    if (!command.action().equals(Opening.ACTION)) {
      throw RefusedException.invalid("action: not one of an incident");
    }
    return List.of(open(made, before));
  }

  private static Incident open(Journaled made, Before before) {
    Command command = made.command();
    if (!command.by().equals(Opening.CORRELATOR)) {
      throw RefusedException.forbidden("only the correlator opens incidents of observations");
    }
    if (before.find(command.entity(), Incident.class).isPresent()) {
      throw RefusedException.wrongState("the incident is open already");
    }
    Opening opening = command.details(Opening.class);
    if (!Incident.ref(opening.episode().id()).equals(command.entity())) {
      throw RefusedException.invalid("episode.id: is not the incident's");
    }
    return opening.open(
        made, before.find(Incident.ref(opening.episode().previous()), Incident.class));
  }
}
