package org.tocsin.taxiicheck;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How a collection is read from its beginning to its end (sections 3.2 to 3.5, 5.3 and 5.4). */
final class PageRules {
  private static final Map<String, String> ALL = Map.of("match[version]", "all");

  /** How far a large collection is looked through. */
  private static final int ENOUGH = 300;

  private static final int USUAL = 100;
  private static final int SMALL = 7;

  private final Server server;
  private final Collection collection;
  private final Findings findings;

  PageRules(Server server, Collection collection, Findings findings) {
    this.server = server;
    this.collection = collection;
    this.findings = findings;
  }

  /** Examines; gives what the manifest told of, all versions, the oldest first. */
  List<Entry> examine() {
    List<Entry> entries = entries();
    findings.rule(
        "3.3",
        "What was added first comes first",
        () -> {
          some(entries);
          for (int i = 1; i < entries.size(); i++) {
            BrokenException.unless(
                !entries.get(i).added().isBefore(entries.get(i - 1).added()),
                "%s was added before what is told before it",
                entries.get(i).id());
          }
        });
    findings.rule(
        "5.3",
        "No version of an object is told twice",
        () -> {
          some(entries);
          BrokenException.unless(
              new HashSet<>(entries).size() == entries.size(), "some are, of %d", entries.size());
        });
    findings.rule(
        "5.4",
        "Objects are those of the manifest, in its order",
        () -> {
          some(entries);
          List<String> ids =
              objects(USUAL, entries.size()).stream().map(one -> Rules.text(one, "id")).toList();
          List<String> told = entries.stream().map(Entry::id).toList();
          BrokenException.unless(
              ids.size() >= told.size() && ids.subList(0, told.size()).equals(told),
              "the manifest tells of %d, and they are others",
              told.size());
        });
    headers(entries);
    limits(entries);
    addedAfter(entries);
    malformed();
    return entries;
  }

  private List<Entry> entries() {
    List<JsonNode> told = new ArrayList<>();
    findings.rule(
        "5.3.1",
        "The manifest has id, date_added and version of each object",
        () -> {
          told.addAll(Walk.through(server, collection.manifest(), ALL, USUAL, ENOUGH));
          told.forEach(Entry::of);
        });
    findings.rule(
        "3.7",
        "An envelope holds STIX objects, or no list of them",
        () ->
            objects(USUAL, USUAL)
                .forEach(object -> {
                  Rules.text(object, "id");
                  Rules.text(object, "type");
                }));
    try {
      return told.stream().map(Entry::of).toList();
    } catch (BrokenException toldAlready) {
      return List.of();
    }
  }

  private void headers(List<Entry> entries) {
    findings.rule(
        "3.2",
        "Headers say when the first and the last object were added",
        () -> {
          some(entries);
          Page manifest = Page.of(server.get(collection.manifest(), limited(SMALL)));
          Instant first = Rules.timestamp("X-TAXII-Date-Added-First", manifest.addedFirst());
          Instant last = Rules.timestamp("X-TAXII-Date-Added-Last", manifest.addedLast());
          List<Entry> told = manifest.objects().stream().map(Entry::of).toList();
          BrokenException.unless(
              first.equals(told.getFirst().added()) && last.equals(told.getLast().added()),
              "they say %s and %s, the manifest %s and %s",
              first,
              last,
              told.getFirst().added(),
              told.getLast().added());
          Page objects = Page.of(server.get(collection.objects(), limited(SMALL)));
          BrokenException.unless(
              objects.addedFirst().equals(manifest.addedFirst())
                  && objects.addedLast().equals(manifest.addedLast()),
              "those of the objects say something else than those of the manifest");
        });
  }

  private void limits(List<Entry> entries) {
    findings.rule(
        "3.4",
        "An answer holds no more objects than limit",
        () -> {
          some(entries);
          for (URI address : List.of(collection.manifest(), collection.objects())) {
            for (int limit = 1; limit <= SMALL; limit++) {
              Page page = Page.of(server.get(address, limited(limit)));
              BrokenException.unless(
                  page.objects().size() <= limit,
                  "%s answered %d objects",
                  page.reply().asked(),
                  page.objects().size());
            }
          }
        });
    findings.rule(
        "3.4",
        "Where there is more than limit, 'more' is true",
        () -> {
          NotSeenException.unless(entries.size() > 1, "there is no more than one object");
          Page page = Page.of(server.get(collection.objects(), limited(1)));
          BrokenException.unless(
              page.more(), "%s says that there is no more", page.reply().asked());
        });
    findings.rule(
        "3.5",
        "Small pages tell of the same as large ones, each once",
        () -> {
          NotSeenException.unless(entries.size() > SMALL, "there are not enough objects");
          for (int limit : new int[] {1, SMALL}) {
            int enough = Math.min(entries.size(), limit * SMALL * SMALL);
            List<String> ids =
                objects(limit, enough).stream().map(one -> Rules.text(one, "id")).toList();
            List<String> told = entries.subList(0, enough).stream().map(Entry::id).toList();
            BrokenException.unless(
                ids.size() >= enough && ids.subList(0, enough).equals(told),
                "with limit %d others came than in pages of %d",
                limit,
                USUAL);
          }
        });
    findings.rule(
        "3.4",
        "A limit beyond what there is is no error",
        () -> Page.of(server.get(collection.objects(), limited(1_000_000))));
  }

  private void addedAfter(List<Entry> entries) {
    findings.rule(
        "3.4",
        "added_after leaves out what was added then or before",
        () -> {
          some(entries);
          Instant middle = entries.get(entries.size() / 2).added();
          Map<String, String> after =
              Map.of("match[version]", "all", "added_after", written(middle), "limit", "" + USUAL);
          List<Entry> told =
              Page.of(server.get(collection.manifest(), after)).objects().stream()
                  .map(Entry::of)
                  .toList();
          BrokenException.unless(
              told.stream().allMatch(entry -> entry.added().isAfter(middle)), "it did not");
          List<Entry> later =
              entries.stream().filter(entry -> entry.added().isAfter(middle)).toList();
          int both = Math.min(later.size(), told.size());
          BrokenException.unless(
              later.isEmpty() == told.isEmpty() || later.isEmpty(), "all was left out");
          BrokenException.unless(
              later.subList(0, both).equals(told.subList(0, both)),
              "something else was left out too");
        });
    findings.rule(
        "5.4",
        "Where nothing is asked for that is there, the envelope is empty",
        () -> {
          Map<String, String> after = Map.of("added_after", "2100-01-01T00:00:00.000000Z");
          Page page = Page.of(server.get(collection.objects(), after));
          BrokenException.unless(page.objects().isEmpty(), "it has objects");
        });
  }

  private void malformed() {
    findings.rule(
        "3.4",
        "A malformed parameter is 400",
        () -> {
          for (URI address : List.of(collection.manifest(), collection.objects())) {
            refused(address, "added_after", "yesterday");
            refused(address, "limit", "0");
            refused(address, "limit", "-1");
            refused(address, "limit", "many");
            refused(address, "match[version]", "newest");
          }
        });
  }

  private void refused(URI address, String name, String value) {
    server.get(address, Map.of(name, value)).withStatus(400);
  }

  private List<JsonNode> objects(int limit, int enough) {
    return Walk.through(server, collection.objects(), ALL, limit, enough);
  }

  private static Map<String, String> limited(int limit) {
    return Map.of("match[version]", "all", "limit", String.valueOf(limit));
  }

  /** A time as TAXII writes it. */
  private static String written(Instant time) {
    return time.toString().replaceFirst("(\\.\\d+)?Z$", "")
        + ".%06dZ".formatted(time.getNano() / 1_000);
  }

  private static void some(List<Entry> entries) {
    NotSeenException.unless(!entries.isEmpty(), "there are no objects");
  }
}
