package org.tocsin.taxiicheck;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is told of one object (sections 5.6 to 5.8). */
final class ObjectRules {
  private final Server server;
  private final Collection collection;
  private final @Nullable Entry one;
  private final Set<String> versions;
  private final Findings findings;

  ObjectRules(Server server, Collection collection, List<Entry> entries, Findings findings) {
    this.server = server;
    this.collection = collection;
    this.one = entries.stream().max(comparingLong(entry -> versions(entry, entries))).orElse(null);
    this.versions =
        entries.stream()
            .filter(entry -> one != null && entry.id().equals(one.id()))
            .map(Entry::version)
            .collect(toSet());
    this.findings = findings;
  }

  /** How many versions it has; what has none of its own counts for nothing. */
  private static long versions(Entry entry, List<Entry> entries) {
    return Sco.TYPES.contains(entry.type())
        ? 0
        : entries.stream().filter(other -> other.id().equals(entry.id())).count();
  }

  void examine() {
    findings.rule(
        "5.6",
        "An object is found by its id, in an envelope, with both headers",
        () -> {
          Page page = Page.of(server.get(collection.object(some().id())));
          BrokenException.unless(
              !page.objects().isEmpty()
                  && page.objects().stream()
                      .allMatch(each -> Rules.text(each, "id").equals(some().id())),
              "%s brought something else",
              page.reply().asked());
          Rules.timestamp("X-TAXII-Date-Added-First", page.addedFirst());
          Rules.timestamp("X-TAXII-Date-Added-Last", page.addedLast());
        });
    findings.rule(
        "5.8",
        "Its versions are those of the manifest, with both headers",
        () -> {
          Reply reply = server.get(collection.versions(some().id())).ok();
          Set<String> told =
              Rules.list(reply.json(), "versions").stream()
                  .map(JsonNode::asString)
                  .collect(toSet());
          BrokenException.unless(told.containsAll(versions), "they are %s, not %s", told, versions);
          Rules.timestamp("X-TAXII-Date-Added-First", reply.header("X-TAXII-Date-Added-First"));
          Rules.timestamp("X-TAXII-Date-Added-Last", reply.header("X-TAXII-Date-Added-Last"));
        });
    findings.rule(
        "5.6",
        "A version that is not there makes an empty envelope or 404",
        () -> {
          Reply reply =
              server.get(
                  collection.object(some().id()),
                  Map.of("match[version]", "1971-01-01T00:00:00.000Z"));
          if (reply.withStatus(200, 404).status() == 200) {
            BrokenException.unless(Page.of(reply).objects().isEmpty(), "it has objects");
          }
        });
    findings.rule(
        "5.6",
        "An object that is not there is 404, and so are its versions",
        () -> {
          String nobody = "indicator--" + UUID.randomUUID();
          server.get(collection.object(nobody)).withStatus(404);
          server.get(collection.versions(nobody)).withStatus(404);
        });
    findings.rule(
        "5.7",
        "Who may not write may not delete: 403",
        () -> {
          NotSeenException.unless(!collection.isWritable(), "whoever asks may write here");
          server.delete(collection.object(some().id())).withStatus(403);
        });
  }

  private Entry some() {
    if (one == null) {
      throw new NotSeenException("there are no objects");
    }
    return one;
  }
}
