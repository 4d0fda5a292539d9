package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.directory.SharingGroupRules;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.directory.DirectoryDesk;
import org.tocsin.web.directory.FoundDirectory;
import tools.jackson.databind.node.ObjectNode;

/** Who shares with whom. */
@RestController
@RequestMapping("/api/sharing-groups")
@Tag(name = "Sharing groups", description = "Organisations that share with each other")
final class SharingGroupsApi {
  private final FoundDirectory directory;
  private final DirectoryDesk desk;

  SharingGroupsApi(FoundDirectory directory, DirectoryDesk desk) {
    this.directory = directory;
    this.desk = desk;
  }

  /** The groups a reader may know of; there are never so many that they need pages. */
  record Groups(List<SharingGroupBody> items) {}

  @GetMapping
  @Operation(summary = "The sharing groups you may know of: yours, or for the team all")
  Groups list(Reader reader) {
    return new Groups(directory.groups(reader).stream().map(SharingGroupBody::of).toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One sharing group as it stands now")
  SharingGroupBody one(@PathVariable String id, Reader reader) {
    return SharingGroupBody.of(directory.group(id, reader));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Describe a sharing group, new or known",
      description =
          "All of it, with commandId and expectedVersion (0 for a new one) beside it. For admins,"
              + " and for the owner's focal points as long as the owner stays.")
  ResponseEntity<Object> put(@PathVariable String id, @RequestBody ObjectNode body, Reader reader) {
    return answer(id, AskedBody.read(body, SharingGroupRules.PUT), reader);
  }

  @PostMapping("/{id}/actions")
  @Operation(
      summary = "Retire a sharing group",
      description = "{commandId, action: retire, expectedVersion}. For admins.")
  ResponseEntity<Object> act(@PathVariable String id, @RequestBody ObjectNode body, Reader reader) {
    return answer(id, AskedBody.read(body), reader);
  }

  private ResponseEntity<Object> answer(String id, Asked asked, Reader reader) {
    Handed handed = desk.group(id, asked, reader);
    return CommandAnswers.of(
        handed.command(),
        handed.outcome(),
        decision -> SharingGroupBody.of(decision.revision().orElseThrow()));
  }
}
