package org.tocsin.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How triage works.
 *
 * @param parallel portions of a batch that are read and written side by side, each some 30 MB of
 *     heap; default 2
 * @param watchInterval how often the accounts are checked, and lists looked at for what has ended;
 *     default 2s
 * @param watchLookBack how far back the first check and the first look at lists after a start go;
 *     default 7d
 */
@ConfigurationProperties("tocsin.triage")
public record TriageProperties(
    @DefaultValue("2") int parallel,
    @DefaultValue("2s") Duration watchInterval,
    @DefaultValue("7d") Duration watchLookBack) {}
