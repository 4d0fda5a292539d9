package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.incident.AttachmentDesk;
import org.tocsin.web.incident.AttachmentDesk.Sending;
import org.tocsin.web.incident.FoundAttachments;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.raw.Download;
import org.tocsin.web.upload.Uploads;

/** Takes the files of an incident's page, and hands them out. */
@Controller
@RequestMapping("/incidents/{id}/attachments")
final class AttachmentPage {
  private final FoundAttachments attachments;
  private final AttachmentDesk desk;
  private final Uploads uploads;
  private final IncidentPage page;

  AttachmentPage(
      FoundAttachments attachments, AttachmentDesk desk, Uploads uploads, IncidentPage page) {
    this.attachments = attachments;
    this.desk = desk;
    this.uploads = uploads;
    this.page = page;
  }

  @GetMapping("/{attachment}")
  ResponseEntity<byte[]> one(
      @PathVariable String id, @PathVariable String attachment, Reader reader) {
    FoundAttachments.Whole whole = attachments.one(id, attachment, reader);
    return Download.as(whole.bytes(), whole.known().name());
  }

  /**
   * Adds what was chosen.
   *
   * @param commandId made with the page, so that sending the form twice adds nothing twice
   */
  @PostMapping
  String add(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String commandId,
      @RequestParam(required = false) @Nullable String direction,
      @RequestParam(required = false) @Nullable String whom,
      HttpServletRequest request,
      Reader reader,
      Model model) {
    Incident incident = desk.open(id, reader);
    AtomicBoolean pending = new AtomicBoolean();
    Optional<String> mistake =
        Mistakes.of(() ->
            pending.set(
                desk.attach(id, sending(commandId, direction, whom, request), reader).stream()
                    .anyMatch(one -> one.outcome().isEmpty())));
    return mistake.isPresent()
        ? page.show(id, mistake.get(), null, reader, model)
        : "redirect:/incidents/" + incident.number() + (pending.get() ? "?pending=true" : "");
  }

  private Sending sending(
      @Nullable String commandId,
      @Nullable String direction,
      @Nullable String whom,
      HttpServletRequest request) {
    UUID command = Given.uuid("commandId", commandId);
    String name = Given.text("whom", whom);
    boolean from = "from".equals(direction);
    return new Sending(
        command == null ? UUID.randomUUID() : command,
        from ? null : name,
        from ? name : null,
        uploads.of(request, null));
  }
}
