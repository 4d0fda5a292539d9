package org.tocsin.store.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Page;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.cluster.Documents;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.MarkedFields;
import org.tocsin.store.document.Markings;
import org.tocsin.store.document.ReleaseDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds what was released against what holds now, which is looked up by id, whether searches see it
 * yet or not: a version is for those alone who may see the last one too; what was withdrawn is gone
 * but for the withdrawal; and an incident is no looser than what is observed of it, which no record
 * of the journal says. What is no longer for a reader is there with nothing shown of it, so that
 * pages go on behind it.
 */
final class Standing {
  private final Documents documents;
  private final Names names;

  Standing(Cluster cluster, Names names) {
    this.documents = new Documents(cluster);
    this.names = names;
  }

  /** A page of versions, which the reader may see by what each of them says of itself. */
  Page<StoredVersion> shown(Page<ReleaseDocument> page, Kind kind, SharingFilter filter) {
    Map<String, ObjectNode> now = now(page.items(), kind);
    List<StoredVersion> versions = new ArrayList<>();
    for (ReleaseDocument version : page.items()) {
      versions.add(
          new StoredVersion(
              version.added(),
              new Cursor(kind, version.added(), version.id()).text(),
              version.objects().getFirst(),
              shown(version, isLast(kind) ? null : now.get(version.stixId()), kind, now, filter),
              version.number()));
    }
    return new Page<>(versions, page.cursor(), page.more());
  }

  private static boolean isLast(Kind kind) {
    return kind == Kind.RELEASED_LAST;
  }

  /** The last version of each object, and each incident as it stands. */
  private Map<String, ObjectNode> now(List<ReleaseDocument> versions, Kind kind) {
    List<Key> keys = new ArrayList<>();
    for (ReleaseDocument version : versions) {
      if (!isLast(kind)) {
        keys.add(new Key(names.alias(View.LATEST), version.stixId()));
      }
      if (isIncident(version)) {
        keys.add(new Key(names.alias(View.INCIDENTS), version.entity().id()));
      }
    }
    Map<String, ObjectNode> now = new HashMap<>();
    documents.heads(keys).forEach((key, found) -> now.put(key.id(), found.source()));
    return now;
  }

  private static boolean isIncident(ReleaseDocument version) {
    return version.entity().kind() == EntityKind.INCIDENT;
  }

  private static List<StixObject> shown(
      ReleaseDocument version,
      @Nullable ObjectNode last,
      Kind kind,
      Map<String, ObjectNode> now,
      SharingFilter filter) {
    Marked latest = version.marked();
    if (!isLast(kind)) {
      if (last == null || isWithdrawnSince(version, last) && !filter.isOfTheTeam()) {
        return List.of();
      }
      latest = MarkedFields.read(last);
    }
    Marked standing = atLeast(observed(version, now), latest);
    return filter.admits(standing)
        ? ElasticsearchVersions.shown(
            Markings.raised(
                version.objects(), Tlp.stricter(version.marked().tlp(), standing.tlp())),
            version.marked(),
            filter)
        : List.of();
  }

  private static boolean isWithdrawnSince(ReleaseDocument version, ObjectNode last) {
    return !version.id().toString().equals(last.path("id").asString())
        && last.path("revoked").asBoolean(false);
  }

  /** How far what is observed of an incident may travel; of one that is not there, nothing may. */
  private static Tlp observed(ReleaseDocument version, Map<String, ObjectNode> now) {
    if (!isIncident(version)) {
      return Tlp.CLEAR;
    }
    ObjectNode incident = now.get(version.entity().id());
    if (incident == null) {
      return Tlp.RED;
    }
    String level = incident.path("tlp").asString(incident.path("state").path("tlp").asString(""));
    return Tlp.parse(level).orElse(Tlp.RED);
  }

  private static Marked atLeast(Tlp level, Marked marked) {
    return new Marked(
        Tlp.stricter(level, marked.tlp()),
        marked.submitter(),
        marked.audience(),
        marked.concerned(),
        marked.personal());
  }
}
