package org.tocsin.web.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.pattern.Pattern;
import org.tocsin.model.pattern.PatternException;
import org.tocsin.model.pattern.UnsupportedPatternException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Hunts;
import org.tocsin.store.Hunts.Hunted;
import org.tocsin.web.account.KnownProgress;
import org.tocsin.web.problem.BadParameterException;

/** Hunts by hand: what a pattern matches of the last days. Nothing is made of it. */
public final class HuntDesk {
  /** The furthest back a hunt goes, in days. */
  public static final int MOST_DAYS = 3_650;

  private final Hunts hunts;
  private final KnownProgress progress;
  private final InstantSource clock;

  /** Asks these. */
  public HuntDesk(Hunts hunts, KnownProgress progress, InstantSource clock) {
    this.hunts = hunts;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param text a STIX pattern
   * @param days how many days back
   * @throws AccessDeniedException when the reader is not of the team
   * @throws BadParameterException where it is no pattern, or one that is not hunted
   */
  public Hunted hunt(String text, int days, Reader reader) {
    if (!SharingPolicy.hunts(reader)) {
      throw new AccessDeniedException("hunting is for the node's team");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new BadParameterException("days", "'days' is 1 to " + MOST_DAYS + ".");
    }
    try {
      Instant now = clock.instant();
      return hunts.hunt(
          Pattern.parse(text),
          now.minus(Duration.ofDays(days)),
          now.plus(Duration.ofDays(1)),
          SharingPolicy.knowledge(reader),
          progress.settled().horizon());
    } catch (PatternException e) {
      throw new BadParameterException("pattern", "'pattern' is no STIX pattern: " + e.getMessage());
    } catch (UnsupportedPatternException e) {
      throw new BadParameterException("pattern", "'pattern' is not hunted: " + e.getMessage());
    }
  }
}
