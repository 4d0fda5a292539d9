package org.tocsin.web.incident;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.command.Handed;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where incidents are worked on. Those who may not see one are turned away as if it were not there,
 * and those who may not act before they could learn how it stands from a conflict.
 */
public final class IncidentDesk {
  /** They are asked for in another way; nobody but the {@link AttachmentDesk} knows of bytes. */
  private static final Set<IncidentAction> OTHERWISE =
      EnumSet.of(IncidentAction.CREATE, IncidentAction.ATTACH);

  private final CommandDesk desk;
  private final FoundIncidents incidents;

  /** Hands in there. */
  public IncidentDesk(CommandDesk desk, FoundIncidents incidents) {
    this.desk = desk;
    this.incidents = incidents;
  }

  /** Whether the reader may do that to the incident as it is. */
  public static boolean may(IncidentAction action, Incident incident, Reader reader) {
    return action.isOpenTo(reader.roles()) && action.isPossibleFor(incident);
  }

  /** Whether the reader may make one by hand. */
  public static boolean mayCreate(Reader reader) {
    return IncidentAction.CREATE.isOpenTo(reader.roles());
  }

  /**
   * Makes one by hand. Its id follows from that of the command, so that repeating it makes no
   * other.
   *
   * @throws AccessDeniedException unless the reader's roles include it
   * @throws RefusedException as {@link CommandDesk#submit}
   */
  public Handed create(Asked asked, Reader reader) {
    if (!mayCreate(reader)) {
      throw new AccessDeniedException("incidents are made by the team and by focal points");
    }
    UUID id = NameBasedId.in(asked.commandId()).part(IncidentAction.CREATE.key()).id();
    return submit(Incident.ref(id), asked, reader);
  }

  /**
   * The incident somebody wants to do something to, as they see it.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws org.tocsin.store.StoreUnavailableException as {@link CommandDesk#ask}
   */
  public StoredIncident seen(String idOrNumber, Reader reader) {
    return desk.ask(() -> incidents.one(idOrNumber, reader));
  }

  /**
   * Does something to one.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when the reader's roles do not include it
   * @throws BadParameterException when the action is none
   * @throws RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed act(String idOrNumber, Asked asked, Reader reader) {
    StoredIncident seen = seen(idOrNumber, reader);
    IncidentAction action = action(asked.action());
    if (!action.isOpenTo(reader.roles())) {
      throw new AccessDeniedException("incidents are worked on by the team");
    }
    Incident incident = seen.incident();
    if (action == IncidentAction.SPLIT && !desk.isDecided(asked.commandId())) {
      requireItsOwn(seen, asked.details().path("observations"));
    }
    return submit(incident.ref(), asked.with(details(action, asked, incident, reader)), reader);
  }

  /** Only what belongs to an incident can be moved out of it; the journal knows incidents alone. */
  private void requireItsOwn(StoredIncident incident, JsonNode observations) {
    List<UUID> named =
        observations.valueStream().flatMap(one -> Given.uuid(one.asString("")).stream()).toList();
    Set<UUID> strangers = desk.ask(() -> incidents.strangers(incident, named));
    if (!strangers.isEmpty()) {
      throw RefusedException.invalid(
          "observations: " + strangers.iterator().next() + " does not belong to it");
    }
  }

  private static IncidentAction action(String key) {
    return IncidentAction.ofKey(key)
        .filter(action -> !OTHERWISE.contains(action))
        .orElseThrow(
            () -> new BadParameterException("action", "'action' must be one that incidents know."));
  }

  /** What rules must know and people need not say. */
  private ObjectNode details(IncidentAction action, Asked asked, Incident incident, Reader reader) {
    ObjectNode details = asked.details().deepCopy();
    switch (action) {
      case LINK, UNLINK, UNMERGE -> byId(details, "incident", reader);
      case MERGE -> allById(details, "incidents", reader);
      case SPLIT -> list(details, "parts", incident.merged());
      case RESOLVE, DISMISS, CLOSE -> {
        if (!details.has("also")) {
          list(details, "also", predecessors(incident, reader));
        }
      }
      default -> {}
    }
    return details;
  }

  private List<UUID> predecessors(Incident incident, Reader reader) {
    return desk.ask(() -> incidents.continued(incident, reader)).stream()
        .map(one -> one.incident().id())
        .toList();
  }

  private static void list(ObjectNode details, String name, List<UUID> ids) {
    if (!ids.isEmpty()) {
      ArrayNode list = details.putArray(name);
      ids.forEach(id -> list.add(id.toString()));
    }
  }

  /** People name incidents by their numbers; the journal has ids. */
  private void byId(ObjectNode details, String name, Reader reader) {
    JsonNode told = details.path(name);
    if (told.isString()) {
      details.put(name, id(name, told.stringValue(), reader));
    }
  }

  private void allById(ObjectNode details, String name, Reader reader) {
    JsonNode told = details.path(name);
    if (!told.isArray() || !told.valueStream().allMatch(JsonNode::isString)) {
      return; // the rules say what is wrong
    }
    Set<String> ids = new LinkedHashSet<>();
    told.forEach(one -> ids.add(id(name, one.stringValue(), reader)));
    ArrayNode all = details.putArray(name);
    ids.forEach(all::add);
  }

  private String id(String name, String idOrNumber, Reader reader) {
    try {
      return seen(idOrNumber.strip(), reader).incident().id().toString();
    } catch (NotVisibleException e) {
      throw RefusedException.notFound(name + ": there is no incident " + idOrNumber);
    }
  }

  private Handed submit(EntityRef entity, Asked asked, Reader reader) {
    Command command =
        BadParameterException.unlessReadable(() ->
            new Command(
                asked.commandId(),
                Actor.of(reader),
                entity,
                asked.expectedVersion(),
                asked.action(),
                asked.details()));
    return new Handed(command, desk.submit(command));
  }
}
