package org.tocsin.triage.hunt;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.pattern.Pattern;
import org.tocsin.model.pattern.PatternException;
import org.tocsin.model.pattern.UnsupportedPatternException;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.Hunts;
import org.tocsin.triage.hunt.HuntMeters.Result;

/**
 * Looks for one indicator among the observations that became visible before it did. Repeating it
 * makes the same sighting again, which triage then knows.
 */
final class Hunter {
  private static final Logger LOG = LoggerFactory.getLogger(Hunter.class);

  private final Hunts hunts;
  private final SharingFilter everything;
  private final Supplier<NodeNamespace> namespace;
  private final SightingLog log;
  private final Duration back;
  private final HuntMeters meters;

  /**
   * A hunter.
   *
   * @param everything what the node's team may see
   * @param back how far back observations are looked at
   */
  Hunter(
      Hunts hunts,
      SharingFilter everything,
      Supplier<NodeNamespace> namespace,
      SightingLog log,
      Duration back,
      HuntMeters meters) {
    this.hunts = hunts;
    this.everything = everything;
    this.namespace = namespace;
    this.log = log;
    this.back = back;
    this.meters = meters;
  }

  /** Hunts it; when this returns, what was found is kept. */
  void hunt(Quarry quarry) {
    if (quarry.indicator().revoked()) {
      return;
    }
    try {
      meters.count(found(quarry));
    } catch (PatternException | UnsupportedPatternException e) {
      meters.count(Result.NOT_HUNTED);
      LOG.info("indicator {} is not hunted: {}", quarry.name(), reason(e));
    }
  }

  private Result found(Quarry quarry) {
    String type = quarry.indicator().text("pattern_type").orElse("stix");
    if (!type.equals("stix")) {
      LOG.info("indicator {} is not hunted: it is no STIX pattern", quarry.name());
      return Result.NOT_HUNTED;
    }
    Pattern pattern = Pattern.parse(quarry.indicator().text("pattern").orElse(""));
    Instant added = quarry.added();
    Hunts.Hunted hunted =
        hunts.hunt(pattern, added.minus(back), added.plus(Duration.ofDays(1)), everything, added);
    if (!hunted.complete()) {
      meters.cut();
      LOG.warn("not everything was looked at for indicator {}", quarry.name());
    }
    if (hunted.observations().isEmpty()) {
      return Result.NOTHING;
    }
    StixObject sighting = Sightings.of(quarry, hunted, namespace.get());
    log.append(sighting, Sightings.strictest(quarry, hunted));
    LOG.info(
        "indicator {} was seen in {} observations: {}",
        quarry.name(),
        hunted.observations().size(),
        sighting.id());
    return Result.FOUND;
  }

  /** Without what the pattern looks for, which may be nobody's business who reads logs. */
  private static String reason(IllegalArgumentException e) {
    return e instanceof PatternException wrong
        ? "no pattern, from position " + wrong.position() + " on"
        : "it compares no indexed value, or cannot be run";
  }
}
