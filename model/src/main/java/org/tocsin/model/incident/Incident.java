package org.tocsin.model.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * An analyst's unit of work, as what was decided about it stands. What was observed of it is in its
 * {@link IncidentFacts}, which nobody decides.
 *
 * @param id for ever; that of its episode where it was made of one
 * @param number short and for people, such as {@code 2026-004211}: the year it was opened in and
 *     the place of its opening in the journal
 * @param episode what its observations have in common, null for one made by hand or split off
 * @param queue the queue it is in: {@code feeds} for those made of observations, {@code reports}
 *     for those that people made
 * @param title what it is about, in a line
 * @param description what is known, in words; null where nobody wrote any
 * @param type what happened
 * @param network where it happened
 * @param severity how bad it is
 * @param state where it stands
 * @param escalated whether somebody asked the lead to look at it
 * @param assignee user name of whoever works on it, null where nobody does
 * @param tlp how far it may travel, however loose its observations are
 * @param reporter user name or client id of who made it, or the name of the rule
 * @param audience to whom it was made known
 * @param observables STIX objects that people added to it
 * @param links other incidents that have to do with it
 * @param merged the incidents that are part of it, and those that are part of them; what is
 *     observed of it is what is observed of each on its own: the observations of its episode and
 *     those moved into it, but none that was moved out of it
 * @param mergedInto the incident it is part of, null where it stands for itself
 * @param included observations that were moved into it, by content id
 * @param excluded observations that were moved out of it, by content id
 * @param ended when it was last resolved, closed or dismissed; null where it was not, was reopened,
 *     or was ended before that was kept
 */
public record Incident(
    UUID id,
    String number,
    @Nullable Episode episode,
    String queue,
    String title,
    @Nullable String description,
    Rsit type,
    Network network,
    Severity severity,
    IncidentState state,
    boolean escalated,
    @Nullable String assignee,
    Tlp tlp,
    String reporter,
    Audience audience,
    List<StixObject> observables,
    Set<UUID> links,
    List<UUID> merged,
    @Nullable UUID mergedInto,
    Set<UUID> included,
    Set<UUID> excluded,
    @Nullable Instant ended)
    implements Entity {
  /** The queue of incidents that are made of observations. */
  public static final String FEEDS = "feeds";

  /** The queue of incidents that people made. */
  public static final String REPORTS = "reports";

  public Incident {
    observables = List.copyOf(observables);
    links = Set.copyOf(links);
    merged = List.copyOf(merged);
    included = Set.copyOf(included);
    excluded = Set.copyOf(excluded);
  }

  /** One that has not been ended. */
  public Incident(
      UUID id,
      String number,
      @Nullable Episode episode,
      String queue,
      String title,
      @Nullable String description,
      Rsit type,
      Network network,
      Severity severity,
      IncidentState state,
      boolean escalated,
      @Nullable String assignee,
      Tlp tlp,
      String reporter,
      Audience audience,
      List<StixObject> observables,
      Set<UUID> links,
      List<UUID> merged,
      @Nullable UUID mergedInto,
      Set<UUID> included,
      Set<UUID> excluded) {
    this(
        id,
        number,
        episode,
        queue,
        title,
        description,
        type,
        network,
        severity,
        state,
        escalated,
        assignee,
        tlp,
        reporter,
        audience,
        observables,
        links,
        merged,
        mergedInto,
        included,
        excluded,
        null);
  }

  /** Names an incident. */
  public static EntityRef ref(UUID id) {
    return new EntityRef(EntityKind.INCIDENT, id.toString());
  }

  @Override
  public EntityRef ref() {
    return ref(id);
  }
}
