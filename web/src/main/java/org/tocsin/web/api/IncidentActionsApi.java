package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.StixJson;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.command.VersionConflictException;
import org.tocsin.web.incident.FoundIncidents;
import org.tocsin.web.incident.IncidentDesk;
import org.tocsin.web.incident.Together;
import org.tocsin.web.problem.BadParameterException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Working on incidents. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "Incidents")
final class IncidentActionsApi {
  private static final int MOST_TOGETHER = 200;

  private final FoundIncidents incidents;
  private final IncidentDesk desk;

  IncidentActionsApi(FoundIncidents incidents, IncidentDesk desk) {
    this.incidents = incidents;
    this.desk = desk;
  }

  /** Several answers. */
  record Answers(List<Answer> items) {}

  /**
   * The answer to one of several commands.
   *
   * @param id as it was asked for
   * @param status as if it had been asked for on its own
   * @param incident after it, null unless it was carried out
   * @param location where its outcome will be, null unless that is not known yet
   * @param problem what was wrong, null where nothing was
   */
  @JsonInclude(Include.NON_NULL)
  record Answer(
      String id,
      int status,
      @Nullable Object incident,
      @Nullable String location,
      @Nullable ProblemDetail problem) {}

  private record Asking(String id, @Nullable JsonNode body) {}

  @PostMapping
  @Operation(
      summary = "Make one by hand",
      description =
          "{commandId, title, description, type, severity, tlp, country, asn, domain, ip,"
              + " observables}; all but the title may be missing. With a commandId, sending it again"
              + " makes no other. For analysts, leads, admins and focal points.")
  ResponseEntity<Object> create(@RequestBody ObjectNode body, Reader reader) {
    Handed handed = desk.create(AskedBody.readOnce(body, IncidentAction.CREATE.key()), reader);
    String id = handed.command().entity().id();
    return handed.outcome().isEmpty()
        ? CommandAnswers.of(handed.command(), handed.outcome(), decision -> decision)
        : ResponseEntity.created(URI.create("/api/incidents/" + id)).body(shown(id, reader));
  }

  @PostMapping("/{id}/actions")
  @Operation(
      summary = "Do something to an incident",
      description =
          "{commandId, action, expectedVersion, ...}. 409 has the current state where the version is"
              + " old; observations that arrive do not change it.")
  ResponseEntity<Object> act(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    return acted(id, body, reader, () -> shown(id, reader));
  }

  @PostMapping("/actions")
  @Operation(
      summary = "Do something to many incidents",
      description =
          "A list of {id, commandId, action, expectedVersion, ...}, each answered on its own; at"
              + " most 200.")
  Answers many(@RequestBody JsonNode body, Reader reader) {
    JsonNode list = body.isArray() ? body : body.path("items");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_TOGETHER) {
      throw new BadParameterException(
          "items", "A list of 1 to " + MOST_TOGETHER + " commands must be there.");
    }
    List<Asking> all = new ArrayList<>();
    list.forEach(one -> all.add(new Asking(one.path("id").asString(""), one)));
    return new Answers(Together.all(all, Asking::id, one -> answer(one, reader)));
  }

  @PostMapping("/{id}/messages")
  @Operation(
      summary = "Write a message, or write down one that came",
      description =
          "{commandId, to, text} or {commandId, from, text} for the team; {commandId, text} for a"
              + " focal point who may see the incident.")
  ResponseEntity<Object> message(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    desk.seen(id, reader);
    return act(
        id,
        AskedBody.readOnce(there(body), IncidentAction.MESSAGE.key()),
        reader,
        () -> shown(id, reader));
  }

  private ResponseEntity<Object> acted(
      String id, @Nullable ObjectNode body, Reader reader, Supplier<IncidentBody> shown) {
    desk.seen(id, reader);
    ObjectNode asked = there(body).deepCopy();
    asked.remove("id");
    return act(id, AskedBody.read(asked), reader, shown);
  }

  private ResponseEntity<Object> act(
      String id, Asked asked, Reader reader, Supplier<IncidentBody> shown) {
    try {
      Handed handed = desk.act(id, asked, reader);
      return CommandAnswers.of(handed.command(), handed.outcome(), decision -> shown.get());
    } catch (VersionConflictException e) {
      throw current(e, shown.get());
    }
  }

  /** How it stands by now, as far as the reader may see it. */
  private static VersionConflictException current(VersionConflictException e, IncidentBody body) {
    return new VersionConflictException(
        String.valueOf(e.getMessage()),
        new Revision(Incident.ref(body.id()), body.version(), StixJson.MAPPER.valueToTree(body)));
  }

  private IncidentBody shown(String id, Reader reader) {
    return IncidentBody.of(incidents.seen(id, reader), reader.isStaff());
  }

  /** Without what has to do with it, which takes another search. */
  private IncidentBody alone(String id, Reader reader) {
    return IncidentBody.inList(incidents.one(id, reader), reader.isStaff());
  }

  private Answer answer(Asking asking, Reader reader) {
    try {
      ResponseEntity<Object> one =
          acted(
              asking.id(),
              asking.body() instanceof ObjectNode body ? body : null,
              reader,
              () -> alone(asking.id(), reader));
      URI location = one.getHeaders().getLocation();
      return new Answer(
          asking.id(),
          one.getStatusCode().value(),
          one.getStatusCode() == HttpStatus.OK ? one.getBody() : null,
          location == null ? null : location.toString(),
          null);
    } catch (RuntimeException e) {
      ProblemDetail problem = CommandProblem.of(e);
      return new Answer(asking.id(), problem.getStatus(), null, null, problem);
    }
  }

  private static ObjectNode there(@Nullable ObjectNode body) {
    if (body == null) {
      throw new BadParameterException(null, "The body must be a JSON object.");
    }
    return body;
  }
}
