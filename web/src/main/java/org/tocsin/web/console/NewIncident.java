package org.tocsin.web.console;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.Handed;
import org.tocsin.web.incident.IncidentDesk;
import org.tocsin.web.parameter.Given;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an incident is made by hand. */
@Controller
@RequestMapping("/incidents/new")
final class NewIncident {
  private final IncidentDesk desk;

  NewIncident(IncidentDesk desk) {
    this.desk = desk;
  }

  /**
   * What a person writes down; a missing field is blank.
   *
   * @param commandId made with the form, so that sending it twice makes one
   * @param observables one a line: kind and value with a blank between
   */
  record Form(
      @Nullable String commandId,
      @Nullable String title,
      @Nullable String description,
      @Nullable String type,
      @Nullable String severity,
      @Nullable String tlp,
      @Nullable String country,
      @Nullable String asn,
      @Nullable String domain,
      @Nullable String ip,
      @Nullable String observables) {

    static Form blank() {
      String id = UUID.randomUUID().toString();
      return new Form(id, null, null, null, null, null, null, null, null, null, null);
    }

    Asked asked() {
      UUID id = Given.uuid("commandId", commandId);
      ObjectNode details = EntityJson.MAPPER.createObjectNode();
      put(details, "title", title);
      put(details, "description", description);
      put(details, "type", type);
      put(details, "severity", severity);
      put(details, "tlp", tlp);
      put(details, "country", country);
      put(details, "asn", asn);
      put(details, "domain", domain);
      put(details, "ip", ip);
      ArrayNode all = details.putArray("observables");
      OrganisationForm.lines(observables).forEach(line -> observable(line, all));
      return new Asked(
          id == null ? UUID.randomUUID() : id, IncidentAction.CREATE.key(), null, details);
    }

    private static void observable(String line, ArrayNode all) {
      String[] parts = line.split("\\s+", 2);
      all.addObject().put("type", parts[0]).put("value", parts.length > 1 ? parts[1] : "");
    }

    private static void put(ObjectNode details, String name, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        details.put(name, value.strip());
      }
    }
  }

  @GetMapping
  String form(Reader reader, Model model) {
    requireOpen(reader);
    return show(Form.blank(), null, model);
  }

  @PostMapping
  String make(@ModelAttribute("form") Form form, Reader reader, Model model) {
    requireOpen(reader);
    AtomicReference<@Nullable Handed> made = new AtomicReference<>();
    Optional<String> mistake = Mistakes.of(() -> made.set(desk.create(form.asked(), reader)));
    Handed handed = made.get();
    return mistake.isPresent() || handed == null
        ? show(form, mistake.orElse(null), model)
        : "redirect:"
            + (handed.outcome().isPresent()
                ? "/incidents/" + handed.command().entity().id()
                : "/incidents");
  }

  private static String show(Form form, @Nullable String mistake, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistake", mistake);
    model.addAttribute("types", RsitWords.choices());
    model.addAttribute("severities", IncidentsPage.severities());
    model.addAttribute(
        "levels",
        Arrays.stream(Tlp.values())
            .map(tlp -> new RsitWords.Choice(tlp.name(), tlp.label()))
            .toList());
    return "incidents/new";
  }

  private static void requireOpen(Reader reader) {
    if (!IncidentDesk.mayCreate(reader)) {
      throw new AccessDeniedException("incidents are made by the team and by focal points");
    }
  }
}
