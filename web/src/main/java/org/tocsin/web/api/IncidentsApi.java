package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.api.MessageItem.Messages;
import org.tocsin.web.incident.FoundIncidents;
import org.tocsin.web.incident.FoundTimeline;
import org.tocsin.web.incident.IncidentParameters;
import org.tocsin.web.parameter.Given;

/** What people work on. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "Incidents", description = "The queue, and what is known and decided of each incident")
final class IncidentsApi {
  private static final int USUAL_LIMIT = 100;

  private final FoundIncidents incidents;
  private final FoundTimeline timeline;

  IncidentsApi(FoundIncidents incidents, FoundTimeline timeline) {
    this.incidents = incidents;
    this.timeline = timeline;
  }

  @GetMapping
  @Operation(
      summary = "Incidents, the last that was opened first",
      description =
          "All conditions must hold. state takes several with commas between; 'open' stands for all"
              + " in which something is still to be done. assignee takes 'me', and 'none' for those"
              + " nobody works on; assignee and escalated are for the node's team.")
  PageBody<IncidentBody> list(@ParameterObject IncidentParameters parameters, Reader reader) {
    return PageBody.of(
        incidents.page(parameters, USUAL_LIMIT, reader),
        incident -> IncidentBody.inList(incident, reader.isStaff()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One incident as it stands now, by its id or its number")
  IncidentBody one(@PathVariable String id, Reader reader) {
    return IncidentBody.of(incidents.seen(id, reader), reader.isStaff());
  }

  @GetMapping("/{id}/timeline")
  @Operation(
      summary = "All that happened to it, oldest first",
      description =
          "What was observed, summed up for each provider, and every decision. Who is not of the"
              + " node's team sees where it stood, and what was said by them and to them.")
  PageBody<HappeningItem> timeline(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit,
      Reader reader) {
    return PageBody.of(
        timeline.page(id, Given.text("cursor", cursor), Given.limit(limit, USUAL_LIMIT), reader),
        HappeningItem::of);
  }

  @GetMapping("/{id}/observations")
  @Operation(summary = "The observations that belong to it, newest first, with their STIX")
  PageBody<ObservationItem> observations(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit,
      Reader reader) {
    return PageBody.of(
        incidents.observations(
            id, Given.text("cursor", cursor), Given.limit(limit, USUAL_LIMIT), reader),
        ObservationItem::of);
  }

  @GetMapping("/{id}/messages")
  @Operation(
      summary = "Messages to and from reporters and constituents, oldest first",
      description = "For the node's team all; for others those they wrote and those to them.")
  Messages messages(@PathVariable String id, Reader reader) {
    return new Messages(timeline.messages(id, reader).stream().map(MessageItem::of).toList());
  }
}
