package org.tocsin.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Network;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.StoredIncident;

/**
 * An incident in a list.
 *
 * @param pick id and version, as a form hands them in
 * @param severity its key, for its colour, which is a word too
 * @param type what happened, in words
 * @param state its key
 * @param who who works on it; empty where nobody does or the reader may not know
 * @param mine whether that is the reader
 * @param opened when it was opened
 * @param age how long ago, in a word
 * @param count how many observations
 * @param last when the last of them happened, null where there are none
 * @param places what of the net it is about
 */
record IncidentRow(
    UUID id,
    String number,
    String pick,
    String title,
    String severity,
    String type,
    String state,
    boolean open,
    boolean escalated,
    String who,
    boolean mine,
    Moment opened,
    String age,
    String count,
    @Nullable Moment last,
    List<Indicator> places,
    ObservationCard.Level tlp) {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  static IncidentRow of(StoredIncident stored, Reader reader, Instant now) {
    Incident incident = stored.incident();
    String who = incident.assignee() == null ? "" : incident.assignee();
    Instant last = stored.facts().lastObserved();
    return new IncidentRow(
        incident.id(),
        incident.number(),
        incident.id() + "." + stored.version(),
        incident.title(),
        incident.severity().key(),
        RsitWords.of(incident.type()),
        incident.state().key(),
        incident.state().isOpen(),
        incident.escalated(),
        who,
        who.equals(reader.name()),
        Moment.seconds(stored.opened()),
        age(Duration.between(stored.opened(), now).toSeconds()),
        Figure.count(stored.facts().members()),
        last == null ? null : Moment.minutes(last),
        places(incident.network()),
        ObservationCard.Level.of(stored.tlp()));
  }

  private static String age(long seconds) {
    if (seconds < MINUTE) {
      return "now";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min";
    }
    return seconds < DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
  }

  /** What of the net an incident is about; each leads to what else was observed there. */
  static List<Indicator> places(Network network) {
    List<Indicator> places = new ArrayList<>();
    if (network.ip() != null) {
      places.add(new Indicator("IP", network.ip(), "ip"));
    }
    if (network.domain() != null) {
      places.add(new Indicator("Domain", network.domain(), "domain"));
    }
    if (network.asn() != null) {
      places.add(new Indicator("AS", Long.toString(network.asn()), "asn"));
    }
    if (network.country() != null) {
      places.add(new Indicator("Country", network.country().toUpperCase(Locale.ROOT), "country"));
    }
    return places;
  }
}
