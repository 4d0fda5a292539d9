package org.tocsin.web.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.WarningRules;
import org.tocsin.model.warning.WorkingCopy;
import org.tocsin.store.Incidents;
import org.tocsin.web.command.Asked;
import org.tocsin.web.directory.FoundDirectory;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NotVisibleException;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.SeenWarning;
import org.tocsin.web.warning.WarningDesk;

/** Where the team writes warnings. */
@Controller
final class WarningEditor {
  private static final String EDITOR = "warning/editor";
  private final FoundWarnings warnings;
  private final WarningDesk desk;
  private final FoundDirectory directory;
  private final WarningReach reach;
  private final ObjectProvider<Incidents> incidents;

  WarningEditor(
      FoundWarnings warnings,
      WarningDesk desk,
      FoundDirectory directory,
      WarningReach reach,
      ObjectProvider<Incidents> incidents) {
    this.warnings = warnings;
    this.desk = desk;
    this.directory = directory;
    this.reach = reach;
    this.incidents = incidents;
  }

  /**
   * A blank warning, or one about an incident.
   *
   * @param incident its id or number
   */
  @GetMapping("/warnings/new")
  String blank(
      @RequestParam(required = false) @Nullable String incident, Reader reader, Model model) {
    requireWriter(reader);
    String of = Given.text("incident", incident);
    WarningDraft draft = of == null ? WarningDraft.blank() : draft(of, reader);
    return show(WarningForm.fresh(draft), null, null, reader, model);
  }

  private WarningDraft draft(String incident, Reader reader) {
    return Optional.ofNullable(incidents.getIfAvailable())
        .flatMap(known -> known.find(incident, SharingPolicy.knowledge(reader)))
        .map(WarningDraft::of)
        .orElseThrow(() -> new NotVisibleException("incident"));
  }

  @PostMapping("/warnings")
  String create(@ModelAttribute("form") WarningForm form, Reader reader, Model model) {
    requireWriter(reader);
    UUID command = command(form);
    Optional<String> mistake =
        WarningMistakes.of(
            () -> desk.create(new Asked(command, WarningRules.CREATE, 0L, form.details()), reader));
    return mistake.isPresent()
        ? show(form, null, mistake.get(), reader, model)
        : "redirect:/warnings/" + WarningDesk.idOf(command) + "/review";
  }

  /** What is written; where nothing is, the warning. */
  @GetMapping("/warnings/{id}/edit")
  String edit(@PathVariable String id, Reader reader, Model model) {
    SeenWarning seen = warnings.whole(id, reader);
    requireWriter(reader);
    WorkingCopy working = seen.warning().working();
    return working == null || seen.warning().withdrawal() != null
        ? "redirect:/warnings/" + seen.warning().number()
        : show(
            WarningForm.of(working.content(), seen.version(), working.note()),
            seen,
            null,
            reader,
            model);
  }

  @PostMapping("/warnings/{id}/text")
  String save(
      @PathVariable String id,
      @ModelAttribute("form") WarningForm form,
      Reader reader,
      Model model) {
    SeenWarning seen = warnings.whole(id, reader);
    Optional<String> mistake =
        WarningMistakes.of(() ->
            desk.act(
                seen,
                new Asked(command(form), WarningRules.EDIT, form.version(), form.details()),
                reader));
    return mistake.isPresent()
        ? show(form, seen, mistake.get(), reader, model)
        : "redirect:/warnings/" + seen.warning().number() + "/review";
  }

  /** Whom it would reach as the form stands. */
  @PostMapping("/warnings/recipients")
  String recipients(@ModelAttribute("form") WarningForm form, Reader reader, Model model) {
    requireWriter(reader);
    model.addAttribute("reach", reach.of(form, reader));
    return "warning/reach :: reach";
  }

  private String show(
      WarningForm form,
      @Nullable SeenWarning seen,
      @Nullable String mistake,
      Reader reader,
      Model model) {
    model.addAttribute("form", form);
    model.addAttribute("number", seen == null ? null : seen.warning().number());
    boolean update = seen != null && seen.warning().published().isPresent();
    String verb = update ? "Update of " : "Write ";
    model.addAttribute("update", update);
    model.addAttribute("heading", seen == null ? "New warning" : verb + seen.warning().number());
    model.addAttribute("mistake", mistake);
    model.addAttribute("levels", levels());
    model.addAttribute("severities", severities());
    model.addAttribute("types", RsitWords.choices());
    model.addAttribute(
        "groups", directory.groups(reader).stream().filter(group -> !group.retired()).toList());
    model.addAttribute("ticked", form.groups() == null ? List.of() : form.groups());
    model.addAttribute("reach", reach.of(form, reader));
    return EDITOR;
  }

  /** The levels, as a form offers them. */
  static List<RsitWords.Choice> levels() {
    return Arrays.stream(Tlp.values())
        .map(tlp -> new RsitWords.Choice(tlp.name(), tlp.label()))
        .toList();
  }

  private static List<RsitWords.Choice> severities() {
    return Arrays.stream(Severity.values())
        .map(severity -> new RsitWords.Choice(severity.key(), RsitWords.of(severity.key())))
        .toList();
  }

  private static UUID command(WarningForm form) {
    UUID id = Given.uuid("commandId", form.commandId());
    return id == null ? UUID.randomUUID() : id;
  }

  static void requireWriter(Reader reader) {
    if (!WarningDesk.mayWrite(reader)) {
      throw new AccessDeniedException("warnings are written by analysts, leads and admins");
    }
  }
}
