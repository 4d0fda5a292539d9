package org.tocsin.formats.record;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.formats.sco.RegistrableDomain;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Episodes;
import org.tocsin.model.incident.Network;
import org.tocsin.model.report.Observation;

/** Where the incident that an observation tells of is. */
public final class Placed {
  private static final Episodes EPISODES =
      new Episodes(() -> Submitted.NAMESPACE, RegistrableDomain::of);

  private Placed() {}

  /**
   * The place as {@code AS64500 FR}; {@code nowhere} without one, {@code -} without an incident.
   */
  public static String of(Observation observation) {
    return EPISODES.of(observation).map(Episode::network).map(Placed::text).orElse("-");
  }

  /** The incident of an observation that tells of one. */
  public static Episode episode(Observation observation) {
    return EPISODES.of(observation).orElseThrow();
  }

  private static String text(Network network) {
    String text =
        Stream.of(
                network.asn() == null ? null : "AS" + network.asn(),
                network.domain(),
                network.ip(),
                network.country())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? "nowhere" : text;
  }
}
