package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.WarningRules;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.SeenWarning;
import org.tocsin.web.warning.WarningDesk;
import org.tocsin.web.warning.WarningParameters;
import tools.jackson.databind.node.ObjectNode;

/** What goes out. */
@RestController
@RequestMapping("/api/warnings")
@Tag(name = "Warnings", description = "What goes out, from the first draft to acknowledgement")
final class WarningsApi {
  private static final int USUAL_LIMIT = 50;
  private final FoundWarnings warnings;
  private final WarningDesk desk;

  WarningsApi(FoundWarnings warnings, WarningDesk desk) {
    this.warnings = warnings;
    this.desk = desk;
  }

  @GetMapping
  @Operation(
      summary = "The warnings you may see, the newest first",
      description =
          "Readers see what was published, and withdrawn ones as withdrawn; the team sees drafts"
              + " and reviews too.")
  PageBody<WarningBody> list(@ParameterObject WarningParameters parameters, Reader reader) {
    return PageBody.of(warnings.page(parameters, USUAL_LIMIT, reader), WarningBody::of);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One warning as it stands now, by its id or its number")
  WarningBody one(@PathVariable String id, Reader reader) {
    return WarningBody.of(warnings.one(id, reader));
  }

  @PostMapping
  @Operation(
      summary = "Write a warning",
      description =
          "All it says, with commandId beside it, and id where you choose it yourself. For"
              + " analysts, leads and admins. 201 with the draft.")
  ResponseEntity<Object> create(@RequestBody ObjectNode body, Reader reader) {
    Handed handed = desk.create(AskedBody.read(body, WarningRules.CREATE), reader);
    ResponseEntity<Object> answer = answer(handed, reader);
    return answer.getStatusCode().equals(HttpStatus.OK)
        ? ResponseEntity.created(URI.create("/api/warnings/" + handed.command().entity().id()))
            .body(answer.getBody())
        : answer;
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Write all of it anew",
      description =
          "All it says, with commandId and expectedVersion beside it, and a note of what is new."
              + " Any change drops the approval. A published warning is changed by the action"
              + " update.")
  ResponseEntity<Object> edit(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    SeenWarning seen = desk.seen(id, reader);
    return answer(desk.act(seen, AskedBody.read(present(body), WarningRules.EDIT), reader), reader);
  }

  @PostMapping("/{id}/actions")
  @Operation(
      summary = "Submit, approve, reject, publish, update, discard, withdraw, narrow",
      description =
          "{commandId, action, expectedVersion, ...}: approve {hash} by somebody who changed"
              + " nothing since the last approval; reject {reason}; update {content, note}; withdraw"
              + " {reason}; narrow {into, tlp, audience, reason}.")
  ResponseEntity<Object> act(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    SeenWarning seen = desk.seen(id, reader);
    return answer(desk.act(seen, AskedBody.read(present(body)), reader), reader);
  }

  private ResponseEntity<Object> answer(Handed handed, Reader reader) {
    return CommandAnswers.of(
        handed.command(),
        handed.outcome(),
        decision -> WarningBody.of(warnings.after(decision.revision().orElseThrow(), reader)));
  }

  private static ObjectNode present(@Nullable ObjectNode body) {
    if (body == null) {
      throw new BadParameterException(null, "The body must be a JSON object.");
    }
    return body;
  }
}
