package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.api.AttachmentItem.Attachments;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.incident.AttachmentDesk;
import org.tocsin.web.incident.AttachmentDesk.Sending;
import org.tocsin.web.incident.FoundAttachments;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.raw.Download;
import org.tocsin.web.upload.Uploads;

/** The files of incidents. */
@RestController
@RequestMapping("/api/incidents/{id}/attachments")
@Tag(name = "Incidents")
final class AttachmentsApi {
  private final FoundAttachments attachments;
  private final AttachmentDesk desk;
  private final Uploads uploads;

  AttachmentsApi(FoundAttachments attachments, AttachmentDesk desk, Uploads uploads) {
    this.attachments = attachments;
    this.desk = desk;
    this.uploads = uploads;
  }

  @GetMapping
  @Operation(
      summary = "Its files, oldest first",
      description = "For the node's team all; for others those they sent and those to them.")
  Attachments list(@PathVariable String id, Reader reader) {
    return new Attachments(attachments.all(id, reader).stream().map(AttachmentItem::of).toList());
  }

  @GetMapping("/{attachment}")
  @Operation(
      summary = "The bytes of one file, as they came",
      description = "Always application/octet-stream, to be kept and not to be shown.")
  ResponseEntity<byte[]> one(
      @PathVariable String id, @PathVariable String attachment, Reader reader) {
    FoundAttachments.Whole whole = attachments.one(id, attachment, reader);
    return Download.as(whole.bytes(), whole.known().name());
  }

  @PostMapping
  @Operation(
      summary = "Add a file, or several",
      description =
          "The body is the file, its name in 'name' or Content-Disposition; or multipart/form-data"
              + " with up to ten files. With a commandId, sending it again adds nothing twice. The"
              + " team may say whom it is for or from whom they had it; a focal point who may see"
              + " the incident sends it to the team.",
      requestBody =
          @RequestBody(
              content = {
                @Content(
                    mediaType = "application/octet-stream",
                    schema = @Schema(type = "string", format = "binary")),
                @Content(
                    mediaType = "multipart/form-data",
                    schema = @Schema(type = "object", description = "One file or several"))
              }))
  ResponseEntity<Object> add(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String commandId,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String from,
      @Parameter(hidden = true) HttpServletRequest request,
      Reader reader) {
    Incident incident = desk.open(id, reader);
    UUID command = Given.uuid("commandId", commandId);
    List<Handed> handed =
        desk.attach(
            id,
            new Sending(
                command == null ? UUID.randomUUID() : command,
                Given.text("to", to),
                Given.text("from", from),
                uploads.of(request, Given.text("name", name))),
            reader);
    return answer(incident, handed, reader);
  }

  private ResponseEntity<Object> answer(Incident incident, List<Handed> handed, Reader reader) {
    Optional<Handed> waiting = handed.stream().filter(one -> one.outcome().isEmpty()).findFirst();
    if (waiting.isPresent()) {
      return CommandAnswers.of(waiting.get().command(), Optional.empty(), decision -> decision);
    }
    List<AttachmentItem> items =
        handed.stream()
            .flatMap(one -> one.outcome().stream())
            .flatMap(decision -> attachments.told(decision, reader).stream())
            .map(AttachmentItem::of)
            .toList();
    String first = "/" + handed.getFirst().command().id();
    return ResponseEntity.created(
            URI.create("/api/incidents/" + incident.id() + "/attachments" + first))
        .body(new Attachments(items));
  }
}
