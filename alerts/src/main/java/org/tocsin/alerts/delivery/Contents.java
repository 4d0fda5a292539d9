package org.tocsin.alerts.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.VersionQuery.Of;
import org.tocsin.stream.JournalReader;

/**
 * What is in a delivery: just what the collections of TAXII show the reader of that release at this
 * moment, as far as it may leave by that exit.
 */
final class Contents {
  private static final int ENOUGH = 100;

  private final StixVersions versions;
  private final JournalReader journal;

  Contents(StixVersions versions, JournalReader journal) {
    this.versions = versions;
    this.journal = journal;
  }

  /** What was found. */
  sealed interface Found {
    /** The reader may have this. */
    record Shown(StoredVersion version) implements Found {}

    /** It was taken back, or it is not for the reader, by now. */
    record Gone(String reason) implements Found {}

    /** It is not visible here yet. */
    record NotYet() implements Found {}
  }

  /**
   * Looks.
   *
   * @throws org.tocsin.store.StoreUnavailableException when there is no answer
   * @throws org.tocsin.stream.StreamUnavailableException when there is no answer
   */
  Found look(DeliveryItem item, Reader reader, Exit exit) {
    Instant horizon = journal.horizon();
    if (horizon.isBefore(item.released())) {
      return new Found.NotYet();
    }
    List<StoredVersion> since = since(item, SharingPolicy.knowledge(reader, exit), horizon);
    if (!item.recall() && since.stream().anyMatch(version -> version.object().revoked())) {
      return new Found.Gone("The warning was taken back before it went out.");
    }
    Optional<StoredVersion> shown =
        since.stream()
            .filter(version -> version.added().equals(item.released()))
            .filter(version -> !version.shown().isEmpty())
            .findFirst();
    return shown.isPresent()
        ? new Found.Shown(shown.get())
        : new Found.Gone("It may not reach this recipient by this channel.");
  }

  /** That release and all after it. */
  private List<StoredVersion> since(DeliveryItem item, SharingFilter filter, Instant horizon) {
    VersionQuery query =
        new VersionQuery(
            Of.WARNINGS,
            Extent.ALL,
            Set.of("report--" + item.warning()),
            Set.of(),
            null,
            null,
            item.released().minus(1, ChronoUnit.MICROS),
            null,
            ENOUGH);
    Page<StoredVersion> page = versions.page(query, filter, horizon);
    List<StoredVersion> all = new ArrayList<>(page.items());
    while (page.more()) {
      page = versions.page(query.goingOn(page.cursor()), filter, horizon);
      all.addAll(page.items());
    }
    return all;
  }
}
