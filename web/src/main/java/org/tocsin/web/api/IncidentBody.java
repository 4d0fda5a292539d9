package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.incident.Network;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.incident.SeenIncident;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident, as far as the reader may see it.
 *
 * @param number short and for people
 * @param version for the next command's {@code expectedVersion}
 * @param escalated null where the reader may not know, as {@code assignee}, {@code reporter} and
 *     {@code audience}
 * @param opened when it became visible, six digits
 * @param changed when the last decision about it became visible, six digits
 * @param episode null for one made by hand or split off
 * @param observed what is observed of it
 * @param related null in lists
 */
@JsonInclude(Include.NON_NULL)
record IncidentBody(
    UUID id,
    String number,
    long version,
    String queue,
    String title,
    @Nullable String description,
    @Schema(description = "RSIT classification") String classification,
    @Schema(description = "RSIT type") String type,
    String severity,
    String state,
    @Nullable Boolean escalated,
    @Nullable String assignee,
    String tlp,
    @Nullable String reporter,
    @Nullable Audience audience,
    String opened,
    String changed,
    Network network,
    @Nullable Span episode,
    Observed observed,
    @Schema(description = "STIX 2.1") List<ObjectNode> observables,
    @Nullable Related related) {

  /** From when to when an episode goes; the end does not belong to it. */
  record Span(String from, String to) {
    static Span of(Episode episode) {
      return new Span(episode.from().toString(), episode.to().toString());
    }
  }

  /** What is observed of it. */
  @JsonInclude(Include.NON_NULL)
  record Observed(
      long count, @Nullable String first, @Nullable String last, List<String> providers) {
    static Observed of(IncidentFacts facts) {
      return new Observed(
          facts.members(),
          facts.firstObserved() == null ? null : facts.firstObserved().toString(),
          facts.lastObserved() == null ? null : facts.lastObserved().toString(),
          facts.providers());
    }
  }

  /** Another incident. */
  record Other(UUID id, String number, String title, String state) {
    static Other of(StoredIncident stored) {
      Incident incident = stored.incident();
      return new Other(incident.id(), incident.number(), incident.title(), incident.state().key());
    }
  }

  /**
   * Incidents that have to do with it.
   *
   * @param continues open ones of the spans of time before
   * @param continuedBy the one of the span after
   */
  @JsonInclude(Include.NON_NULL)
  record Related(
      List<Other> links,
      List<Other> merged,
      @Nullable Other mergedInto,
      List<Other> continues,
      @Nullable Other continuedBy) {
    static Related of(SeenIncident seen) {
      return new Related(
          seen.links().stream().map(Other::of).toList(),
          seen.merged().stream().map(Other::of).toList(),
          seen.mergedInto() == null ? null : Other.of(seen.mergedInto()),
          seen.continues().stream().map(Other::of).toList(),
          seen.continuedBy() == null ? null : Other.of(seen.continuedBy()));
    }
  }

  static IncidentBody of(SeenIncident seen, boolean staff) {
    return of(seen.stored(), Related.of(seen), staff);
  }

  static IncidentBody inList(StoredIncident stored, boolean staff) {
    return of(stored, null, staff);
  }

  private static IncidentBody of(StoredIncident stored, @Nullable Related related, boolean staff) {
    Incident incident = stored.incident();
    return new IncidentBody(
        incident.id(),
        incident.number(),
        stored.version(),
        incident.queue(),
        incident.title(),
        incident.description(),
        incident.type().classification(),
        incident.type().type(),
        incident.severity().key(),
        incident.state().key(),
        staff ? incident.escalated() : null,
        incident.assignee(),
        stored.tlp().label(),
        incident.reporter().isEmpty() ? null : incident.reporter(),
        staff ? incident.audience() : null,
        StixTime.micros(stored.opened()),
        StixTime.micros(stored.changed()),
        incident.network(),
        span(incident.episode()),
        Observed.of(stored.facts()),
        incident.observables().stream().map(StixObject::json).toList(),
        related);
  }

  private static @Nullable Span span(@Nullable Episode episode) {
    return episode == null || !episode.isSpan() ? null : Span.of(episode);
  }
}
