package org.tocsin.model.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.tlp.Tlp;

/**
 * The details of the command {@code open}, by which the correlator makes an incident of the first
 * observations of an episode.
 *
 * @param episode what the observations have in common
 * @param tlp the strictest level among the first of them
 * @param written what else opens it where people wrote them, null where they were observed
 */
public record Opening(Episode episode, Tlp tlp, @Nullable Written written) {
  /** The action. */
  public static final String ACTION = "open";

  private static final Map<String, String> SHORT =
      Map.of("c2", "C2", "ddos", "DDoS", "dos", "DoS", "ids", "IDS");

  /** Who gives the command. */
  public static final Actor CORRELATOR = Actor.rule("correlator");

  /** One of something that was observed. */
  public Opening(Episode episode, Tlp tlp) {
    this(episode, tlp, null);
  }

  /** One of that observation, which belongs to the episode. */
  public static Opening of(Episode episode, Observation observation) {
    return new Opening(
        episode,
        observation.tlp(),
        MailThread.of(observation)
            .map(thread -> Written.of(thread, observation.observedAt()))
            .orElse(null));
  }

  /** One of both: under the stricter level, by what was written first. */
  public Opening and(Opening other) {
    return new Opening(
        episode, Tlp.stricter(tlp, other.tlp), Written.first(written, other.written));
  }

  /** The number of the incident that it asks to be part of, null where it asks for none. */
  public @Nullable String asksFor() {
    return written == null ? null : written.number();
  }

  /** The same as part of an incident that is there. */
  public Opening joining(UUID incident) {
    return written == null ? this : new Opening(episode, tlp, written.joining(incident));
  }

  /** The command. Its id follows from the episode, so giving it again changes nothing. */
  public Command command() {
    return new Command(
        id(episode.id()),
        CORRELATOR,
        Incident.ref(episode.id()),
        null,
        ACTION,
        EntityJson.tree(this));
  }

  /** The id of the command that opens the incident of that episode. */
  public static UUID id(UUID episode) {
    return NameBasedId.in(episode).part(ACTION).id();
  }

  /**
   * The incident as it is opened.
   *
   * @param previous the incident of the episode before, where there is one; whoever works on it
   *     while it is open works on this one too
   */
  Incident open(Journaled made, Optional<Incident> previous) {
    return new Incident(
        episode.id(),
        Number.of(made),
        episode,
        written == null ? Incident.FEEDS : Incident.REPORTS,
        written == null ? title() : written.title(),
        null,
        episode.type(),
        episode.network(),
        Severity.usual(episode.type()),
        IncidentState.NEW,
        false,
        previous.filter(incident -> incident.state().isOpen()).map(Incident::assignee).orElse(null),
        tlp,
        CORRELATOR.name(),
        Audience.NOBODY,
        List.of(),
        Set.of(),
        List.of(),
        null,
        Set.of(),
        Set.of());
  }

  private String title() {
    Network network = episode.network();
    String what = words(episode.type());
    String where =
        Stream.of(
                network.asn() == null ? null : "AS" + network.asn(),
                network.domain(),
                network.ip(),
                network.country())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return what + detail() + (where.isEmpty() ? "" : " in " + where);
  }

  private String detail() {
    @Nullable String reportType = episode.reportType();
    return reportType == null ? "" : " (" + reportType + ")";
  }

  /** The type in words, with what people write in capitals. */
  private static String words(Rsit type) {
    String words =
        Arrays.stream(type.type().split("-"))
            .map(word -> SHORT.getOrDefault(word, word))
            .collect(Collectors.joining(" "));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
