package org.tocsin.taxiicheck;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What {@code match} finds (sections 3.4 and 3.4.1), on objects and on the manifest. */
final class MatchRules {
  private static final String VERSION = "match[version]";
  private static final String TYPE = "match[type]";
  private static final String ID = "match[id]";

  private final Server server;
  private final Collection collection;
  private final List<Entry> entries;
  private final Findings findings;

  MatchRules(Server server, Collection collection, List<Entry> entries, Findings findings) {
    this.server = server;
    this.collection = collection;
    this.entries = entries;
    this.findings = findings;
  }

  void examine() {
    ids();
    types();
    versions();
    findings.rule(
        "3.4.1",
        "match[spec_version] leaves out what is of another one",
        () -> {
          some();
          BrokenException.unless(
              objects(Map.of("match[spec_version]", "2.1")).stream()
                  .allMatch(one -> one.path("spec_version").asString("2.1").equals("2.1")),
              "it did not");
          BrokenException.unless(
              objects(Map.of("match[spec_version]", "2.0")).stream()
                  .noneMatch(one -> one.path("spec_version").asString("2.0").equals("2.1")),
              "objects of 2.1 came where those of 2.0 were asked for");
        });
    findings.rule(
        "3.4",
        "All match fields have to hold",
        () -> {
          some();
          Entry one = entries.getFirst();
          String other = one.type().equals("grouping") ? "opinion" : "grouping";
          BrokenException.unless(
              objects(Map.of(ID, one.id(), TYPE, other)).isEmpty(),
              "%s came as %s",
              one.id(),
              other);
          BrokenException.unless(
              !objects(Map.of(ID, one.id(), TYPE, one.type(), VERSION, "all")).isEmpty(),
              "%s did not come as %s",
              one.id(),
              one.type());
        });
  }

  private void ids() {
    findings.rule(
        "3.4.1",
        "match[id] finds those objects and no others",
        () -> {
          some();
          List<String> ids = entries.stream().map(Entry::id).distinct().limit(2).toList();
          BrokenException.unless(
              idsOf(objects(Map.of(ID, ids.getFirst()))).equals(Set.of(ids.getFirst())),
              "%s brought something else",
              ids.getFirst());
          BrokenException.unless(
              idsOf(objects(Map.of(ID, String.join(",", ids)))).equals(Set.copyOf(ids)),
              "two ids brought something else");
        });
  }

  private void types() {
    findings.rule(
        "3.4.1",
        "match[type] finds those types and no others",
        () -> {
          some();
          List<String> types = entries.stream().map(Entry::type).distinct().limit(2).toList();
          for (String type : types) {
            BrokenException.unless(
                typesOf(objects(Map.of(TYPE, type, VERSION, "all"))).equals(Set.of(type)),
                "%s brought something else",
                type);
          }
          Set<String> both =
              typesOf(objects(Map.of(TYPE, String.join(",", types), VERSION, "all")));
          BrokenException.unless(
              !both.isEmpty() && Set.copyOf(types).containsAll(both), "two types brought %s", both);
        });
    findings.rule(
        "3.4.1",
        "A type of STIX that is not there is no error",
        () -> objects(Map.of(TYPE, "course-of-action,opinion,email-message")));
  }

  private void versions() {
    findings.rule(
        "3.4.1",
        "Where no version is asked for, each object comes in its last one",
        () -> {
          someVersioned();
          List<JsonNode> given = versioned(objects(Map.of()));
          BrokenException.unless(
              given.stream().map(one -> one.path("id").asString()).distinct().count()
                  == given.size(),
              "some object came in several");
          BrokenException.unless(
              given.equals(versioned(objects(Map.of(VERSION, "last")))),
              "it is not what match[version]=last brings");
        });
    Map<String, Set<String>> several = several();
    findings.rule(
        "3.4.1",
        "first, last and all find the first, the last and all versions",
        () -> {
          NotSeenException.unless(!several.isEmpty(), "no object has several versions");
          several.forEach((id, versions) -> {
            List<String> sorted = versions.stream().sorted().toList();
            found(id, "all", versions);
            found(id, "first", Set.of(sorted.getFirst()));
            found(id, "last", Set.of(sorted.getLast()));
            found(id, "first,last", Set.of(sorted.getFirst(), sorted.getLast()));
          });
        });
    findings.rule(
        "3.4.1",
        "A time finds the version of that time",
        () -> {
          someVersioned();
          Entry one = entries.stream().filter(this::isVersioned).findFirst().orElseThrow();
          found(one.id(), one.version(), Set.of(one.version()));
        });
  }

  private void found(String id, String asked, Set<String> expected) {
    Set<String> found =
        objects(Map.of(ID, id, VERSION, asked)).stream()
            .map(one -> one.path("modified").asString(one.path("created").asString()))
            .collect(toSet());
    BrokenException.unless(
        found.equals(expected), "%s of %s brought %s, not %s", asked, id, found, expected);
    Set<String> told =
        Page.of(server.get(collection.manifest(), Map.of(ID, id, VERSION, asked)))
            .objects()
            .stream()
            .map(one -> Rules.text(one, "version"))
            .collect(toSet());
    BrokenException.unless(told.equals(expected), "the manifest tells of %s for %s", told, asked);
  }

  /** A few objects that have several versions. */
  private Map<String, Set<String>> several() {
    Map<String, Set<String>> several = new TreeMap<>();
    entries.stream()
        .filter(this::isVersioned)
        .collect(groupingBy(Entry::id))
        .forEach((id, of) -> {
          if (of.size() > 1 && several.size() < 3) {
            several.put(id, of.stream().map(Entry::version).collect(toSet()));
          }
        });
    return several;
  }

  /** What has versions of its own is known by more than when it came here. */
  private boolean isVersioned(Entry entry) {
    return !isSco(entry.type());
  }

  private static boolean isSco(String type) {
    return Sco.TYPES.contains(type);
  }

  private List<JsonNode> objects(Map<String, String> parameters) {
    return Page.of(server.get(collection.objects(), parameters)).objects();
  }

  private static List<JsonNode> versioned(List<JsonNode> objects) {
    return objects.stream().filter(one -> one.has("modified")).toList();
  }

  private static Set<String> idsOf(List<JsonNode> objects) {
    return objects.stream().map(one -> one.path("id").asString()).collect(toSet());
  }

  private static Set<String> typesOf(List<JsonNode> objects) {
    return objects.stream().map(one -> one.path("type").asString()).collect(toSet());
  }

  private void some() {
    NotSeenException.unless(!entries.isEmpty(), "there are no objects");
  }

  private void someVersioned() {
    NotSeenException.unless(
        entries.stream().anyMatch(this::isVersioned), "no object here has versions");
  }
}
