package org.tocsin.triage.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tocsin.stream.journal.SealKey;

/**
 * How the journal is sealed.
 *
 * @param sealKey file of the key that seals it, made where it is missing; none by default, and then
 *     nothing is sealed
 * @param sealInterval longest time something new stays without a seal; default 1m
 */
@ConfigurationProperties("tocsin.journal")
public record JournalProperties(@Nullable Path sealKey, @DefaultValue("1m") Duration sealInterval) {

  /** The key; empty where nothing is to be sealed. */
  public Optional<SealKey> key() {
    return Optional.ofNullable(sealKey).map(SealKey::in);
  }
}
