package org.tocsin.web.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.VersionConflictException;
import org.tocsin.web.incident.FoundIncidents;
import org.tocsin.web.incident.IncidentDesk;
import org.tocsin.web.incident.Together;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;
import tools.jackson.databind.node.ObjectNode;

/** Does one thing to several incidents a person has picked in the queue. */
final class Picked {
  /** Acknowledges what nobody has taken up, and assigns the rest to whoever asks. */
  static final String TAKE = "take";

  private static final int MOST = 200;

  private final IncidentDesk desk;
  private final FoundIncidents incidents;
  private final UUID commandId;
  private final Reader reader;

  Picked(IncidentDesk desk, FoundIncidents incidents, UUID commandId, Reader reader) {
    this.desk = desk;
    this.incidents = incidents;
    this.commandId = commandId;
    this.reader = reader;
  }

  /**
   * What came of it, in words.
   *
   * @param done how many it was done to
   * @param mistakes why not to the others, a line each
   */
  record Answer(int done, List<String> mistakes) {
    public String words() {
      return done == 1 ? "Done with one incident." : "Done with " + done + " incidents.";
    }
  }

  /** An incident, and the version the person looked at. */
  private record Pick(UUID id, @Nullable Long version) {}

  /** The ids of what was picked; what is none is passed over. */
  static Collection<UUID> ids(List<String> picks) {
    return picks.stream().flatMap(text -> pick(text).stream()).map(Pick::id).toList();
  }

  Answer all(String action, List<String> texts) {
    List<Pick> picks = texts.stream().flatMap(text -> pick(text).stream()).limit(MOST).toList();
    List<Optional<String>> answers =
        Together.all(picks, pick -> pick.id().toString(), pick -> one(action, pick));
    List<String> mistakes = new ArrayList<>();
    answers.forEach(answer -> answer.ifPresent(mistakes::add));
    return new Answer(picks.size() - mistakes.size(), mistakes);
  }

  /** Why it was not done, empty where it was. */
  private Optional<String> one(String action, Pick pick) {
    String name = pick.id().toString();
    try {
      Incident incident = incidents.one(pick.id().toString(), reader).incident();
      name = incident.number();
      desk.act(pick.id().toString(), asked(action, pick, incident), reader);
      return Optional.empty();
    } catch (NotVisibleException e) {
      return Optional.of("An incident is not there any more.");
    } catch (AccessDeniedException e) {
      return Optional.of(name + ": your roles do not include this.");
    } catch (VersionConflictException e) {
      return Optional.of(name + " was changed by somebody else meanwhile; look again.");
    } catch (RefusedException e) {
      return Optional.of(name + ": " + e.getMessage() + ".");
    } catch (BadParameterException e) {
      return Optional.of(name + ": " + e.explanation());
    } catch (RuntimeException e) {
      return Optional.of(name + ": it is not known whether that was done; look again.");
    }
  }

  private Asked asked(String action, Pick pick, Incident incident) {
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    String what = action;
    if (action.equals(TAKE)) {
      boolean fresh = incident.state() == IncidentState.NEW;
      what = fresh ? IncidentAction.ACKNOWLEDGE.key() : IncidentAction.ASSIGN.key();
      if (!fresh) {
        details.put("assignee", reader.name());
      }
    }
    UUID id = NameBasedId.in(commandId).part(pick.id().toString()).part(action).id();
    return new Asked(id, what, pick.version(), details);
  }

  private static Optional<Pick> pick(String text) {
    int dot = text.indexOf('.');
    String version = dot < 0 ? "" : text.substring(dot + 1);
    return Given.uuid(dot < 0 ? text : text.substring(0, dot))
        .map(id -> new Pick(id, version.matches("[0-9]{1,15}") ? Long.valueOf(version) : null));
  }
}
