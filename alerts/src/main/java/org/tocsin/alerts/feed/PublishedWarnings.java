package org.tocsin.alerts.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.warning.WarningNotice;
import org.tocsin.model.warning.WarningNotice.Earlier;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.VersionQuery.Of;
import org.tocsin.stream.JournalReader;

/**
 * Reads what was published, as it stands and for one reader. All versions are asked for, and not
 * the last ones by themselves: each is then held against what holds now, whether searches see that
 * yet or not. So nothing is kept here, and what was withdrawn or narrowed is gone at once.
 * Thread-safe.
 */
public final class PublishedWarnings {
  private static final int PAGE = 500;

  /** The oldest beyond that are left out. */
  private static final int MOST = 10_000;

  private final StixVersions versions;
  private final JournalReader journal;

  /** Those of that store. */
  public PublishedWarnings(StixVersions versions, JournalReader journal) {
    this.versions = versions;
    this.journal = journal;
  }

  /**
   * All the reader may get by a feed, the one that changed last first.
   *
   * @throws org.tocsin.store.StoreUnavailableException where the store does not answer
   * @throws org.tocsin.stream.StreamUnavailableException where Kafka does not answer
   */
  public List<PublishedWarning> all(Reader reader) {
    return read(Set.of(), reader);
  }

  /**
   * Those that come after a place; throws as above.
   *
   * @param before the {@link PublishedWarning#place} of the last one that was shown, null for all
   */
  List<PublishedWarning> before(@Nullable String before, Reader reader) {
    return all(reader).stream()
        .filter(one -> before == null || one.place().compareTo(before) < 0)
        .toList();
  }

  /** One of them; throws as above. */
  public Optional<PublishedWarning> find(UUID id, Reader reader) {
    return read(Set.of("report--" + id), reader).stream().findFirst();
  }

  private List<PublishedWarning> read(Set<String> ids, Reader reader) {
    Exit exit = reader.equals(Reader.ANONYMOUS) ? Exit.PUBLIC : Exit.FEED;
    SharingFilter filter = SharingPolicy.knowledge(reader, exit);
    Instant horizon = journal.horizon();
    Map<String, Versions> warnings = new LinkedHashMap<>();
    VersionQuery query =
        new VersionQuery(Of.WARNINGS, Extent.ALL, ids, Set.of(), null, null, null, null, PAGE);
    Page<StoredVersion> page;
    do {
      page = versions.page(query, filter, horizon);
      for (StoredVersion version : page.items()) {
        String id = version.object().id();
        @Nullable Versions before = warnings.remove(id);
        warnings.put(id, (before == null ? Versions.NONE : before).and(version));
      }
      while (warnings.size() > MOST) {
        warnings.remove(warnings.keySet().iterator().next());
      }
      query = query.goingOn(page.cursor());
    } while (page.more());
    return warnings.values().stream()
        .flatMap(Versions::shown)
        .sorted(Comparator.comparing(PublishedWarning::place).reversed())
        .toList();
  }

  /**
   * What was read of one warning so far.
   *
   * @param last what the last version shows; null where that is nothing
   */
  private record Versions(List<Earlier> all, @Nullable WarningNotice last) {
    private static final Versions NONE = new Versions(List.of(), null);

    Versions and(StoredVersion version) {
      @Nullable WarningNotice notice =
          WarningNotice.of(version.shown(), version.number()).orElse(null);
      List<Earlier> more = new ArrayList<>(all);
      more.add(
          new Earlier(version.number(), version.added(), notice == null ? null : notice.change()));
      return new Versions(more, notice);
    }

    /** Where the last version shows nothing, none does. */
    Stream<PublishedWarning> shown() {
      return last == null
          ? Stream.empty()
          : Stream.of(new PublishedWarning(last, all.subList(0, all.size() - 1)));
    }
  }
}
