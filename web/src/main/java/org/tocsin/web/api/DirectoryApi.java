package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.directory.OrganisationRules;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.directory.DirectoryDesk;
import org.tocsin.web.directory.DirectoryParameters;
import org.tocsin.web.directory.FoundDirectory;
import tools.jackson.databind.node.ObjectNode;

/** Who is who in the network. */
@RestController
@RequestMapping("/api/directory")
@Tag(name = "Directory", description = "Organisations and focal points, and what they serve")
final class DirectoryApi {
  private static final int USUAL_LIMIT = 100;

  private final FoundDirectory directory;
  private final DirectoryDesk desk;

  DirectoryApi(FoundDirectory directory, DirectoryDesk desk) {
    this.directory = directory;
    this.desk = desk;
  }

  @GetMapping
  @Operation(
      summary = "Organisations in the order of their ids",
      description =
          "asset finds who is responsible for an address, a block, a domain, an autonomous system"
              + " or a country: the smallest asset that holds it counts.")
  PageBody<OrganisationBody> list(@ParameterObject DirectoryParameters parameters, Reader reader) {
    return PageBody.of(
        directory.page(parameters, USUAL_LIMIT, reader),
        organisation -> OrganisationBody.of(organisation, reader));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One organisation as it stands now")
  OrganisationBody one(@PathVariable String id, Reader reader) {
    return OrganisationBody.of(directory.one(id, reader));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Describe an organisation, new or known",
      description =
          "All of it, with commandId and expectedVersion (0 for a new one) beside it. For admins.")
  ResponseEntity<Object> put(@PathVariable String id, @RequestBody ObjectNode body, Reader reader) {
    return answer(id, AskedBody.read(body, OrganisationRules.PUT), reader);
  }

  @PostMapping("/{id}/actions")
  @Operation(
      summary = "Retire an organisation",
      description = "{commandId, action: retire, expectedVersion}. For admins.")
  ResponseEntity<Object> act(@PathVariable String id, @RequestBody ObjectNode body, Reader reader) {
    return answer(id, AskedBody.read(body), reader);
  }

  private ResponseEntity<Object> answer(String id, Asked asked, Reader reader) {
    Handed handed = desk.organisation(id, asked, reader);
    return CommandAnswers.of(
        handed.command(),
        handed.outcome(),
        decision -> OrganisationBody.of(decision.revision().orElseThrow(), reader));
  }
}
