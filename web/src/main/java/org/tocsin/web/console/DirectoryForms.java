package org.tocsin.web.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.directory.OrganisationRules;
import org.tocsin.model.directory.SharingGroupRules;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.command.Asked;
import org.tocsin.web.directory.DirectoryDesk;
import org.tocsin.web.directory.FoundDirectory;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NotVisibleException;
import tools.jackson.databind.node.ObjectNode;

/** Where admins, and owners of sharing groups, change the directory. */
@Controller
final class DirectoryForms {
  private static final String RETIRE = "retire";

  private final FoundDirectory directory;
  private final DirectoryDesk desk;

  DirectoryForms(FoundDirectory directory, DirectoryDesk desk) {
    this.directory = directory;
    this.desk = desk;
  }

  @GetMapping("/organisation-form")
  String organisation(
      @RequestParam(required = false) @Nullable String id, Reader reader, Model model) {
    requireAdmin(reader);
    OrganisationForm form =
        id == null ? OrganisationForm.blank() : OrganisationForm.of(directory.one(id, reader));
    return showOrganisation(form, null, model);
  }

  @PostMapping("/organisation-form")
  String organisation(
      @ModelAttribute("form") OrganisationForm form,
      @RequestParam(defaultValue = OrganisationRules.PUT) String action,
      Reader reader,
      Model model) {
    requireAdmin(reader);
    String id = id(form.id());
    Optional<String> mistake =
        Mistakes.of(() ->
            desk.organisation(
                id,
                asked(form.commandId(), action, form.version(), form.details(keys(id, reader))),
                reader));
    return mistake.isPresent()
        ? showOrganisation(form, mistake.get(), model)
        : "redirect:/directory/" + id;
  }

  @GetMapping("/sharing-group-form")
  String group(@RequestParam(required = false) @Nullable String id, Reader reader, Model model) {
    if (id == null) {
      requireAdmin(reader);
      return showGroup(SharingGroupForm.blank(), null, reader, model);
    }
    var seen = directory.group(id, reader);
    if (!DirectoryDesk.mayChange(seen.entity(), reader)) {
      throw new AccessDeniedException("a sharing group is changed by admins and its owner");
    }
    return showGroup(SharingGroupForm.of(seen), null, reader, model);
  }

  @PostMapping("/sharing-group-form")
  String group(
      @ModelAttribute("form") SharingGroupForm form,
      @RequestParam(defaultValue = SharingGroupRules.PUT) String action,
      Reader reader,
      Model model) {
    String id = id(form.id());
    Optional<String> mistake =
        Mistakes.of(() ->
            desk.group(
                id, asked(form.commandId(), action, form.version(), form.details()), reader));
    return mistake.isPresent()
        ? showGroup(form, mistake.get(), reader, model)
        : "redirect:/sharing-groups/" + id;
  }

  private static String showOrganisation(
      OrganisationForm form, @Nullable String mistake, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistake", mistake);
    model.addAttribute("kinds", DirectoryPage.kinds());
    model.addAttribute(
        "levels",
        Arrays.stream(Tlp.values())
            .map(tlp -> new RsitWords.Choice(tlp.name(), tlp.label()))
            .toList());
    return "directory/organisation-form";
  }

  private static String showGroup(
      SharingGroupForm form, @Nullable String mistake, Reader reader, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistake", mistake);
    model.addAttribute("admin", DirectoryDesk.isOpenTo(reader));
    return "directory/group-form";
  }

  private static Asked asked(
      @Nullable String commandId, String action, @Nullable Long version, ObjectNode details) {
    UUID id = Given.uuid("commandId", commandId);
    boolean retires = action.equals(RETIRE);
    return new Asked(
        id == null ? UUID.randomUUID() : id,
        action,
        version,
        retires ? EntityJson.MAPPER.createObjectNode() : details);
  }

  private List<KeyText> keys(String id, Reader reader) {
    try {
      return directory.one(id, reader).entity().keys();
    } catch (NotVisibleException e) {
      return List.of(); // a new organisation
    }
  }

  private static String id(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  private static void requireAdmin(Reader reader) {
    if (!DirectoryDesk.isOpenTo(reader)) {
      throw new AccessDeniedException("the directory is changed by admins");
    }
  }
}
