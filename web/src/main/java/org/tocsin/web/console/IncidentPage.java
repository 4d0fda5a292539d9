package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.command.Handed;
import org.tocsin.web.incident.FoundAttachments;
import org.tocsin.web.incident.FoundIncidents;
import org.tocsin.web.incident.FoundTimeline;
import org.tocsin.web.incident.IncidentDesk;
import org.tocsin.web.incident.Life;
import org.tocsin.web.incident.SeenIncident;
import org.tocsin.web.parameter.Given;

/** One incident: what is known, what was done, and what can be done next. */
@Controller
@RequestMapping("/incidents/{id}")
final class IncidentPage {
  private static final int OBSERVATIONS = 20;

  private final FoundIncidents incidents;
  private final FoundTimeline timeline;
  private final FoundAttachments attachments;
  private final IncidentDesk desk;

  IncidentPage(
      FoundIncidents incidents,
      FoundTimeline timeline,
      FoundAttachments attachments,
      IncidentDesk desk) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.attachments = attachments;
    this.desk = desk;
  }

  @GetMapping
  String page(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean pending,
      Reader reader,
      Model model) {
    return show(
        id, pending ? "It is in the journal and takes a moment." : null, null, reader, model);
  }

  /** The observations after those a page holds. */
  @GetMapping("/observations")
  String observations(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor,
      Reader reader,
      Model model) {
    StoredIncident stored = incidents.one(id, reader);
    model.addAttribute("number", stored.incident().number());
    model.addAttribute(
        "maySplit", IncidentDesk.may(IncidentAction.SPLIT, stored.incident(), reader));
    fillObservations(id, Given.text("cursor", cursor), reader, model);
    return "incidents/observations :: rows";
  }

  /**
   * The timeline; nothing (204) where the page shows all of it.
   *
   * @param seen what the page shows
   * @param version the version the rest of the page was made of
   */
  @GetMapping("/life")
  @Nullable String life(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String seen,
      @RequestParam(defaultValue = "0") long version,
      Reader reader,
      Model model,
      HttpServletResponse response) {
    StoredIncident stored = incidents.one(id, reader);
    if (seen(stored, stored.version()).equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    fillLife(stored, version, reader, model);
    return "incidents/life :: life";
  }

  @PostMapping("/actions")
  String act(
      @PathVariable String id,
      @ModelAttribute("form") IncidentForm form,
      Reader reader,
      Model model) {
    StoredIncident stored = incidents.one(id, reader);
    boolean[] pending = new boolean[1];
    Optional<String> mistake =
        Mistakes.of(() -> {
          Handed handed = desk.act(id, form.asked(stored.incident(), reader), reader);
          pending[0] = handed.outcome().isEmpty();
        });
    if (mistake.isPresent()) {
      return show(id, mistake.get(), form, reader, model);
    }
    return "redirect:/incidents/"
        + stored.incident().number()
        + (pending[0] ? "?pending=true" : "");
  }

  /**
   * The page.
   *
   * @param notice what went wrong, or what takes a moment; null where there is nothing to say
   * @param form what was asked for and not carried out, null for nothing
   */
  String show(
      String id, @Nullable String notice, @Nullable IncidentForm form, Reader reader, Model model) {
    SeenIncident seen = incidents.seen(id, reader);
    IncidentRow row = IncidentRow.of(seen.stored(), reader, Instant.now());
    IncidentView view = IncidentView.of(seen, row, reader);
    model.addAttribute("one", view);
    model.addAttribute("number", row.number());
    model.addAttribute("maySplit", view.may().contains("split"));
    model.addAttribute("notice", notice);
    model.addAttribute("written", form == null || form.text() == null ? "" : form.text());
    model.addAttribute("commandId", UUID.randomUUID());
    model.addAttribute("types", RsitWords.choices());
    model.addAttribute("severities", IncidentsPage.severities());
    model.addAttribute(
        "attachments", attachments.all(id, reader).stream().map(AttachmentCard::of).toList());
    model.addAttribute("attachmentId", UUID.randomUUID());
    fillObservations(id, null, reader, model);
    fillLife(seen.stored(), seen.stored().version(), reader, model);
    return "incidents/incident";
  }

  private void fillObservations(String id, @Nullable String cursor, Reader reader, Model model) {
    model.addAttribute(
        "found",
        FoundRows.of(
            incidents.observations(id, cursor, OBSERVATIONS, reader), "", ObservationCard::of));
  }

  private void fillLife(StoredIncident stored, long version, Reader reader, Model model) {
    String number = stored.incident().number();
    Life life = timeline.last(stored.incident().id().toString(), reader);
    model.addAttribute("number", number);
    model.addAttribute("life", life.happenings().stream().map(LifeCard::of).toList());
    model.addAttribute("seen", seen(stored, life.version()));
    model.addAttribute("version", version);
    model.addAttribute("stale", stored.version() != version);
  }

  /** Another one whenever something was decided or observed. */
  private static String seen(StoredIncident stored, long version) {
    return version + "." + stored.facts().members();
  }
}
