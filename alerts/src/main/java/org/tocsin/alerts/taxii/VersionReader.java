package org.tocsin.alerts.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StixVersions.End;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.VersionQuery.Of;

/**
 * Reads collections out of the versions the store keeps: usually in one query a slice. What the
 * store cannot look for (a version of an exact time) is left out here; a slice may be short for it,
 * and is followed like any other.
 */
final class VersionReader {
  /** How many queries one answer may cost. */
  private static final int MOST_QUERIES = 10;

  /** The first of many objects are looked for together, but not of so many as a page holds. */
  private static final int MOST_AT_AN_END = 100;

  /** An observation, or a release, and what comes with it are about so many objects. */
  private static final int OBJECTS_TOGETHER = 3;

  private static final String NEWEST_STIX = "2.1";

  private final StixVersions versions;
  private final Horizon collected;
  private final Horizon released;

  /**
   * A reader.
   *
   * @param collected up to where what was collected is served
   * @param released up to where what was released is served
   */
  VersionReader(StixVersions versions, Horizon collected, Horizon released) {
    this.versions = versions;
    this.collected = collected;
    this.released = released;
  }

  /**
   * What is in a collection.
   *
   * @param submitter only what they sent in, null for all
   * @param group only what was released to that sharing group, null for all
   */
  record Contents(Of of, @Nullable String submitter, @Nullable String group) {
    /** All of those. */
    static Contents all(Of of) {
      return new Contents(of, null, null);
    }

    /** Those that one sent in. */
    static Contents of(Of of, String submitter) {
      return new Contents(of, submitter, null);
    }

    /** All that was released to a sharing group. */
    static Contents of(SharingGroup group) {
      return new Contents(Of.RELEASES, null, group.id());
    }
  }

  /** A slice. */
  Slice read(Contents contents, Selection selection, Reader reader) {
    if (isOfNothing(selection)) {
      return Slice.NOTHING;
    }
    SharingFilter filter = SharingPolicy.knowledge(reader, Exit.TAXII);
    Horizon horizon = contents.of().isReleased() ? released : collected;
    Instant until = selection.next() == null ? horizon.settled() : horizon.now();
    Place start = Place.of(selection.next());
    VersionQuery query = query(contents, selection, start);
    Packing packing = new Packing(selection.limit(), start);
    for (int queries = 0; queries < MOST_QUERIES; queries++) {
      VersionQuery asked = query;
      Page<StoredVersion> page = readable(() -> versions.page(asked, filter, until));
      Set<StoredVersion> matching =
          Set.copyOf(matching(page.items(), selection, asked, filter, until));
      for (StoredVersion version : page.items()) {
        List<StixObject> objects =
            matching.contains(version) ? shown(version, selection) : List.of();
        if (!packing.add(version, objects)) {
          return packing.slice(true);
        }
      }
      if (!page.more()) {
        return packing.slice(false);
      }
      if (!packing.isEmpty()) {
        return packing.slice(true);
      }
      query = asked.goingOn(page.cursor());
    }
    return packing.slice(true);
  }

  /** There is one version of STIX here, which is also what is meant where none is given. */
  private static boolean isOfNothing(Selection selection) {
    return !selection.specVersions().isEmpty() && !selection.specVersions().contains(NEWEST_STIX);
  }

  private static VersionQuery query(Contents contents, Selection selection, Place start) {
    boolean lastOnly = selection.versions().isLastOnly();
    boolean ends = !lastOnly && (selection.versions().first() || selection.versions().last());
    int limit =
        contents.of() == Of.OBJECTS
            ? selection.limit()
            : Math.max(1, selection.limit() / OBJECTS_TOGETHER);
    return new VersionQuery(
        contents.of(),
        lastOnly ? Extent.LAST : Extent.ALL,
        selection.ids(),
        selection.types(),
        contents.submitter(),
        contents.group(),
        selection.addedAfter(),
        start.after(),
        ends ? Math.min(limit, MOST_AT_AN_END) : limit);
  }

  private List<StoredVersion> matching(
      List<StoredVersion> page,
      Selection selection,
      VersionQuery query,
      SharingFilter filter,
      Instant until) {
    VersionMatch match = selection.versions();
    if (match.all() || match.isLastOnly()) {
      return page;
    }
    List<StoredVersion> matching = new ArrayList<>();
    if (match.first()) {
      matching.addAll(versions.at(End.FIRST, page, query, filter, until));
    }
    if (match.last()) {
      matching.addAll(versions.at(End.LAST, page, query, filter, until));
    }
    page.stream().filter(version -> isOf(version, match.dates())).forEach(matching::add);
    return matching.stream().distinct().toList();
  }

  private static boolean isOf(StoredVersion version, Set<Instant> dates) {
    return StixTime.parse(new Slice.Item(version.added(), version.object()).version())
        .filter(dates::contains)
        .isPresent();
  }

  private static List<StixObject> shown(StoredVersion version, Selection selection) {
    return version.shown().stream()
        .filter(object -> selection.ids().isEmpty() || selection.ids().contains(object.id()))
        .filter(object -> selection.types().isEmpty() || selection.types().contains(object.type()))
        .toList();
  }

  private static Page<StoredVersion> readable(Supplier<Page<StoredVersion>> query) {
    try {
      return query.get();
    } catch (IllegalArgumentException e) {
      throw TaxiiException.badParameter(
          "next", "is not one that was handed out for this collection and match[version]");
    }
  }
}
