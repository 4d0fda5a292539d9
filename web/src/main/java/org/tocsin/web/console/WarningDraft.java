package org.tocsin.web.console;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredIncident;

/**
 * What a new warning begins with.
 *
 * @param title what it is about, null where nothing is known
 * @param summary what is known, null where nothing is
 * @param type RSIT type, null where none is known
 * @param observables what people could look for
 * @param incidents ids of the incidents it comes of
 */
record WarningDraft(
    @Nullable String title,
    @Nullable String summary,
    Severity severity,
    @Nullable String type,
    Tlp tlp,
    List<String> observables,
    List<String> incidents) {
  WarningDraft {
    observables = List.copyOf(observables);
    incidents = List.copyOf(incidents);
  }

  /** Of nothing. */
  static WarningDraft blank() {
    return new WarningDraft(null, null, Severity.MEDIUM, null, Tlp.GREEN, List.of(), List.of());
  }

  /**
   * Of an incident. Where the level of the incident is for those who are named, whom to name is for
   * the writer to say; nobody is named of its own.
   */
  static WarningDraft of(StoredIncident stored) {
    Incident incident = stored.incident();
    Network network = incident.network();
    Stream<String> added =
        incident.observables().stream().flatMap(object -> object.text("value").stream());
    return new WarningDraft(
        incident.title(),
        incident.description(),
        incident.severity(),
        incident.type().type(),
        stored.tlp(),
        Stream.concat(Stream.of(network.ip(), network.domain()), added)
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        List.of(incident.id().toString()));
  }
}
