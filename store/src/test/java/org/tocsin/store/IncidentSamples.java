package org.tocsin.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.tlp.Tlp;

/** Incidents, and decisions that made them what they are, to be varied by tests. */
public final class IncidentSamples {
  static final Network AS64500 = new Network(64_500L, null, null, "FR");

  private IncidentSamples() {}

  /** The same fact, which belongs to that incident. */
  static PlacedFact in(UUID incident, PlacedFact fact) {
    return new PlacedFact(
        fact.slot(),
        fact.origin(),
        fact.submitter(),
        fact.format(),
        fact.normaliser(),
        fact.collectedAt(),
        fact.added(),
        fact.raw(),
        fact.accepted(),
        incident);
  }

  /** An incident made of observations, in the place of that name. */
  public static Builder incident(String name) {
    return new Builder(name);
  }

  /** The decision of that place in the journal, after which those incidents are so. */
  public static Decision decided(long offset, long version, Incident... after) {
    Journaled made =
        new Journaled(
            offset,
            Samples.NOW.plusSeconds(offset),
            Samples.NOW.plusSeconds(offset).plusNanos(1_000),
            new Command(
                Samples.id("command " + offset),
                Opening.CORRELATOR,
                after[0].ref(),
                null,
                "open",
                EntityJson.MAPPER.createObjectNode()));
    List<Revision> revisions =
        Arrays.stream(after)
            .map(incident -> new Revision(incident.ref(), version, EntityJson.tree(incident)))
            .toList();
    return new Decision(made, Verdict.APPLIED, null, null, revisions);
  }

  /** Says what of an incident differs from the usual. */
  public static final class Builder {
    private final UUID id;
    private String number = "2026-000001";
    private String title = "Scanner in AS64500, FR";
    private String queue = Incident.FEEDS;
    private Rsit type = Rsit.SCANNER;
    private Network network = AS64500;
    private Severity severity = Severity.LOW;
    private IncidentState state = IncidentState.NEW;
    private boolean escalated;
    private @Nullable String assignee;
    private Tlp tlp = Tlp.AMBER;
    private String reporter = "correlator";
    private Audience audience = Audience.NOBODY;
    private List<UUID> merged = List.of();
    private @Nullable UUID mergedInto;
    private Set<UUID> included = Set.of();
    private Set<UUID> excluded = Set.of();

    private Builder(String name) {
      id = Samples.id(name);
    }

    /** Sets it. */
    public Builder number(String text, String about) {
      number = text;
      title = about;
      return this;
    }

    /** Sets it. */
    public Builder in(String queueName, Network where, Rsit what) {
      queue = queueName;
      network = where;
      type = what;
      return this;
    }

    /** Sets it. */
    public Builder stands(
        IncidentState now, Severity how, @Nullable String who, boolean isEscalated) {
      state = now;
      severity = how;
      assignee = who;
      escalated = isEscalated;
      return this;
    }

    /** Sets it. */
    public Builder marked(Tlp level, String by, Audience to) {
      tlp = level;
      reporter = by;
      audience = to;
      return this;
    }

    /** Sets it. */
    public Builder with(UUID... parts) {
      merged = List.of(parts);
      return this;
    }

    /** Sets it. */
    public Builder into(UUID whole) {
      mergedInto = whole;
      state = IncidentState.MERGED;
      return this;
    }

    /** Sets it. */
    public Builder moved(Set<UUID> in, Set<UUID> out) {
      included = in;
      excluded = out;
      return this;
    }

    /** The incident. */
    public Incident build() {
      Instant from = Samples.NOW;
      Episode episode =
          new Episode(id, type, null, network, from, from.plusSeconds(86_400), UUID.randomUUID());
      return new Incident(
          id,
          number,
          queue.equals(Incident.FEEDS) ? episode : null,
          queue,
          title,
          null,
          type,
          network,
          severity,
          state,
          escalated,
          assignee,
          tlp,
          reporter,
          audience,
          List.of(),
          Set.of(),
          merged,
          mergedInto,
          included,
          excluded);
    }
  }
}
