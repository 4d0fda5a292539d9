package org.tocsin.model.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.stix.NameBasedId;

/**
 * What the correlator does to incidents that are there because of a mail that somebody wrote: it
 * reopens one that was done with before the mail was added, and links one that the subject names.
 * The ids of its commands follow from what they are about, so each is carried out once.
 */
public final class Answering {
  private Answering() {}

  /** The details of {@code reopen}, where the correlator gives it. */
  private record Reopening(
      @Nullable UUID observation, @Nullable Instant added, @Nullable String reason) {
    Instant time() {
      if (added == null) {
        throw RefusedException.invalid("added: missing");
      }
      return added;
    }
  }

  /** The details of {@code link}, where the correlator gives it. */
  private record Linking(UUID incident, UUID observation, @Nullable String number, String reason) {}

  /** The command that reopens an incident because of that mail. */
  public static Command reopen(UUID incident, Answer answer) {
    return command(
        IncidentAction.REOPEN,
        incident,
        NameBasedId.in(answer.observation())
            .part(IncidentAction.REOPEN.key())
            .part(incident.toString())
            .id(),
        new Reopening(
            answer.observation(), answer.added(), "A mail came after the incident was ended."));
  }

  /**
   * The command that links an incident with another one. A number is asked for once in an exchange:
   * what the team takes off again stays off, however often it is written.
   *
   * @param episode of the exchange of mails
   * @param incident the one it is, or is part of
   * @param named the one of the number
   */
  public static Command link(
      UUID episode, UUID incident, UUID named, Answer answer, String number) {
    return command(
        IncidentAction.LINK,
        incident,
        NameBasedId.in(episode).part(IncidentAction.LINK.key()).part(number).id(),
        new Linking(named, answer.observation(), number, "The subject of a mail names it."));
  }

  /**
   * The command that links an incident with another one that a mail answers as well. It is asked
   * for once for both.
   *
   * @param episode of the exchange of mails
   * @param incident the one it is, or is part of
   * @param other the incident of another exchange that names the same mails
   */
  public static Command meet(UUID episode, UUID incident, UUID other, Answer answer) {
    return command(
        IncidentAction.LINK,
        incident,
        NameBasedId.in(episode)
            .part(IncidentAction.LINK.key())
            .part("mails")
            .part(other.toString())
            .id(),
        new Linking(other, answer.observation(), null, "A mail answers mails of both."));
  }

  private static Command command(IncidentAction action, UUID incident, UUID id, Record details) {
    return new Command(
        id,
        Opening.CORRELATOR,
        Incident.ref(incident),
        null,
        action.key(),
        EntityJson.tree(details));
  }

  /** Whether the correlator may do that to an incident that is there. */
  static boolean mayDo(IncidentAction action) {
    return action == IncidentAction.REOPEN || action == IncidentAction.LINK;
  }

  /** Whether a mail that was added then comes after the end of that incident. */
  public static boolean isAfterTheEnd(Incident incident, Instant added) {
    boolean over =
        incident.state() == IncidentState.RESOLVED || incident.state() == IncidentState.CLOSED;
    return over && (incident.ended() == null || added.isAfter(incident.ended()));
  }

  /** Nobody has seen yet what came. */
  private static Incident reopened(Command command, Incident incident) {
    if (!isAfterTheEnd(incident, command.details(Reopening.class).time())) {
      throw RefusedException.wrongState(
          "no mail came after it was ended, or it was dismissed, which a mail does not change");
    }
    return Revised.of(incident).state(IncidentState.NEW).ended(null).incident();
  }

  /** Carries out what the correlator may do. */
  static List<Entity> act(
      IncidentAction action, Command command, Incident incident, Before before) {
    return switch (action) {
      case REOPEN -> List.of(reopened(command, incident));
      case LINK -> Relating.link(command, incident, before);
      default -> throw RefusedException.forbidden("the correlator does no such thing");
    };
  }
}
