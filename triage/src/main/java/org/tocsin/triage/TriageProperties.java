package org.tocsin.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of triage.
 *
 * @param parallel portions of a batch that are read and written side by side; each takes about 30 MB
 *     of heap. {@code TOCSIN_TRIAGE_PARALLEL}
 * @param watchInterval how often the accounts are checked. {@code TOCSIN_TRIAGE_WATCH_INTERVAL}
 * @param watchLookBack how far back the first check after a start goes. {@code
 *     TOCSIN_TRIAGE_WATCH_LOOK_BACK}
 */
@ConfigurationProperties("tocsin.triage")
public record TriageProperties(
    @DefaultValue("2") int parallel,
    @DefaultValue("2s") Duration watchInterval,
    @DefaultValue("7d") Duration watchLookBack) {}
