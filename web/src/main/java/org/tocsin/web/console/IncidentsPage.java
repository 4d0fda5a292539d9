package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.incident.FoundIncidents;
import org.tocsin.web.incident.IncidentDesk;
import org.tocsin.web.incident.IncidentParameters;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;

/** The queue: what there is to do, live. */
@Controller
final class IncidentsPage {
  private static final int USUAL_LIMIT = 50;

  private final FoundIncidents incidents;
  private final IncidentDesk desk;

  IncidentsPage(FoundIncidents incidents, IncidentDesk desk) {
    this.incidents = incidents;
    this.desk = desk;
  }

  @GetMapping("/incidents")
  String page(@ModelAttribute("given") IncidentParameters given, Reader reader, Model model) {
    fill(usual(given), "", Map.of(), reader, model);
    choices(reader, model);
    return "incidents/page";
  }

  /**
   * The live part of the page; nothing (204) where it shows the same already, so that it does not
   * flicker and the focus stays where it is.
   *
   * @param seen what the page shows
   */
  @GetMapping("/incidents/live")
  @Nullable String live(
      @ModelAttribute("given") IncidentParameters given,
      @RequestParam(required = false) @Nullable String seen,
      Reader reader,
      Model model,
      HttpServletResponse response) {
    Queue queue = fill(usual(given), "", Map.of(), reader, model);
    if (queue != null && queue.seen().equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "incidents/queue :: live";
  }

  /** The rows after those a page holds. */
  @GetMapping("/incidents/more")
  String more(
      @ModelAttribute("given") IncidentParameters given,
      @RequestParam(defaultValue = "") String continued,
      Reader reader,
      Model model) {
    fill(usual(given), continued, Map.of(), reader, model);
    return "incidents/queue :: rows";
  }

  /** Does one thing to all that were picked, each on its own, and shows the queue after it. */
  @PostMapping("/incidents/actions")
  String act(
      @ModelAttribute("given") IncidentParameters given,
      @RequestParam String action,
      @RequestParam(required = false) @Nullable List<String> incident,
      @RequestParam(required = false) @Nullable String commandId,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Reader reader,
      Model model) {
    UUID command = Given.uuid("commandId", commandId);
    Picked picked =
        new Picked(desk, incidents, command == null ? UUID.randomUUID() : command, reader);
    List<String> picks = incident == null ? List.of() : incident;
    model.addAttribute("answer", picked.all(action, picks));
    Map<UUID, StoredIncident> changed = incidents.some(Picked.ids(picks), reader);
    fill(usual(given), "", changed, reader, model);
    if (part) {
      model.addAttribute("part", true);
      return "incidents/queue :: acted";
    }
    choices(reader, model);
    return "incidents/page";
  }

  /** Whoever asks for nothing in particular wants to know what there is to do. */
  private static IncidentParameters usual(IncidentParameters given) {
    List<String> state = given.state();
    boolean blank = state == null || state.stream().allMatch(String::isBlank);
    boolean all = state != null && state.equals(List.of("all"));
    return new IncidentParameters(
        given.queue(),
        blank ? List.of(IncidentParameters.OPEN) : all ? null : state,
        given.assignee(),
        given.severity(),
        given.escalated(),
        given.country(),
        given.type(),
        given.q(),
        given.cursor(),
        given.limit());
  }

  /**
   * Puts the queue into the model.
   *
   * @param changed incidents as they stand now, which a search may not show yet
   */
  private @Nullable Queue fill(
      IncidentParameters given,
      String continued,
      Map<UUID, StoredIncident> changed,
      Reader reader,
      Model model) {
    model.addAttribute("queue", null);
    model.addAttribute("mistake", null);
    model.addAttribute("mayAct", IncidentAction.ACKNOWLEDGE.isOpenTo(reader.roles()));
    model.addAttribute("commandId", UUID.randomUUID());
    try {
      Page<StoredIncident> page = incidents.page(given, USUAL_LIMIT, reader);
      List<StoredIncident> items = new ArrayList<>(page.items());
      items.replaceAll(one -> changed.getOrDefault(one.incident().id(), one));
      Queue queue =
          Queue.of(
              new Page<>(items, page.cursor(), page.more()),
              ids(continued),
              given,
              reader,
              Instant.now());
      model.addAttribute("queue", queue);
      return queue;
    } catch (BadParameterException e) {
      model.addAttribute("mistake", SearchPage.Mistake.of(e));
      return null;
    }
  }

  private static Set<UUID> ids(String list) {
    return Arrays.stream(list.split(","))
        .flatMap(id -> Given.uuid(id).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void choices(Reader reader, Model model) {
    model.addAttribute("types", RsitWords.choices());
    model.addAttribute(
        "states",
        Arrays.stream(IncidentState.values())
            .map(state -> new RsitWords.Choice(state.key(), RsitWords.of(state.key())))
            .toList());
    model.addAttribute("severities", severities());
    model.addAttribute("mayCreate", IncidentDesk.mayCreate(reader));
  }

  /** Severities as a form offers them. */
  static List<RsitWords.Choice> severities() {
    return Arrays.stream(Severity.values())
        .map(severity -> new RsitWords.Choice(severity.key(), RsitWords.of(severity.key())))
        .toList();
  }
}
