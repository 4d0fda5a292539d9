package org.tocsin.store.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.release.Release;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Absent;
import org.tocsin.store.cluster.BulkOperation.NotOlder;
import org.tocsin.store.cluster.Documents;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.ReleaseDocument;
import org.tocsin.store.index.View;

/**
 * Writes what goes out of decisions: a version for each record of the journal that changed
 * something of it. Versions are written before the last one of each is, so whatever is at or below
 * the offset of the last one has been done.
 */
final class ReleaseWrites {
  private final OrderedWrites ordered;
  private final Documents documents;
  private final Function<View, String> place;
  private final Released released;

  /**
   * Writes of releases.
   *
   * @param place the index, or an alias of one index, a view is in
   */
  ReleaseWrites(
      OrderedWrites ordered, Documents documents, Function<View, String> place, Released released) {
    this.ordered = ordered;
    this.documents = documents;
    this.place = place;
    this.released = released;
  }

  /** What goes out after one record of the journal, of one entity. */
  private record Cut(Revision revision, Journaled made, Release release) {
    String stixId() {
      return release.objects().getFirst().id();
    }
  }

  void write(List<Decision> decisions) {
    List<Cut> cuts = cuts(decisions);
    Map<String, ReleaseDocument> last = last(cuts);
    List<ReleaseDocument> versions = new ArrayList<>();
    Map<String, ReleaseDocument> next = new LinkedHashMap<>();
    for (Cut cut : cuts) {
      ReleaseDocument before = last.get(cut.stixId());
      if (before == null || before.offset() < cut.made().offset()) {
        ReleaseDocument version =
            ReleaseDocument.of(before, cut.revision().entity(), cut.made(), cut.release());
        if (before == null || !version.saysTheSameAs(before)) {
          versions.add(version);
          last.put(cut.stixId(), version);
          next.put(cut.stixId(), version);
        }
      }
    }
    if (!versions.isEmpty()) {
      write(versions, next);
    }
  }

  private List<Cut> cuts(List<Decision> decisions) {
    List<Cut> cuts = new ArrayList<>();
    for (Decision decision : decisions) {
      for (Revision revision : decision.revisions()) {
        released
            .of(revision, decision.made())
            .ifPresent(release -> cuts.add(new Cut(revision, decision.made(), release)));
      }
    }
    return cuts;
  }

  /** What was released last, where there may be something. */
  private Map<String, ReleaseDocument> last(List<Cut> cuts) {
    List<Key> keys =
        cuts.stream()
            .filter(cut -> cut.revision().version() > 1)
            .map(cut -> new Key(place.apply(View.LATEST), cut.stixId()))
            .toList();
    Map<String, ReleaseDocument> last = new HashMap<>();
    documents
        .wholes(keys)
        .forEach((key, found) -> last.put(key.id(), ReleaseDocument.read(found.source())));
    return last;
  }

  private void write(List<ReleaseDocument> versions, Map<String, ReleaseDocument> next) {
    ordered.write(layout ->
        versions.stream()
            .map(version ->
                new BulkOperation(
                    layout.index(View.RELEASES),
                    version.id().toString(),
                    new Absent(),
                    version::json))
            .toList());
    ordered.write(layout ->
        next.entrySet().stream()
            .map(each ->
                new BulkOperation(
                    layout.index(View.LATEST),
                    each.getKey(),
                    new NotOlder(each.getValue().offset()),
                    each.getValue()::json))
            .toList());
  }
}
