package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.stream.JournalProof;
import org.tocsin.web.journal.FoundDecisions;
import org.tocsin.web.journal.JournalParameters;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NotVisibleException;

/** What people and rules decided. */
@RestController
@Tag(
    name = "Journal",
    description = "The audit log: every command, and proof that none was changed")
final class JournalApi {
  private static final int USUAL_LIMIT = 100;

  private final FoundDecisions decisions;

  JournalApi(FoundDecisions decisions) {
    this.decisions = decisions;
  }

  @GetMapping("/api/journal")
  @Operation(summary = "Commands and what became of them, the newest first")
  PageBody<CommandBody> journal(@ParameterObject JournalParameters parameters, Reader reader) {
    return PageBody.of(decisions.page(parameters, USUAL_LIMIT, reader), CommandBody::of);
  }

  @GetMapping("/api/journal/verify")
  @Operation(
      summary = "Verify the hash chain",
      description =
          "Reads the whole journal from Kafka, links the chain anew and holds every seal against"
              + " it. 'fault' says what is wrong first; it is null where nothing is.")
  JournalProof verify(Reader reader) {
    return decisions.verify(reader);
  }

  @GetMapping("/api/commands/{id}")
  @Operation(
      summary = "What became of a command",
      description = "404 while nothing has, and for everybody but whoever gave it and the team.")
  CommandBody command(@PathVariable String id, Reader reader) {
    return Given.uuid(id)
        .map(command -> CommandBody.of(decisions.one(command, reader)))
        .orElseThrow(() -> new NotVisibleException("command"));
  }
}
