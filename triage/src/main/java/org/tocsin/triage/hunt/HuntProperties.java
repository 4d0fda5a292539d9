package org.tocsin.triage.hunt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How new indicators are looked for in what was observed before.
 *
 * @param days how many days back observations are looked at, 0 for not hunting; an indicator that
 *     became visible longer ago is not hunted any more; default 30
 * @param interval how often new indicators are looked for; default 2s
 */
@ConfigurationProperties("tocsin.hunt")
public record HuntProperties(@DefaultValue("30") int days, @DefaultValue("2s") Duration interval) {
  /** Throws IllegalArgumentException for numbers that are none. */
  public HuntProperties {
    if (days < 0 || days > 3_650 || !interval.isPositive()) {
      throw new IllegalArgumentException("tocsin.hunt: days 0 to 3650, and some interval");
    }
  }
}
