package org.tocsin.web.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.feed.DefinitionFault;
import org.tocsin.web.feed.Feeds;
import org.tocsin.web.feed.FetchedFeed;
import org.tocsin.web.feed.Trials;
import org.tocsin.web.feed.TriedSample;
import org.tocsin.web.way.FaringWay;
import org.tocsin.web.way.Ways;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two feeds in files: {@code osint}, which is on and fails, and {@code urlhaus}, which is off. What
 * is pushed is taken, and two files wait in a folder.
 */
public final class Fetching implements Feeds, Trials, Ways {
  /** What the feed {@code osint} begins with. */
  public static final String BEGINNING = "http://bad.example.com/a\nhttp://bad.example.com/b\n";

  private static final Formats FORMATS = KnownFormats.all();

  /** The feeds that were fetched at once. */
  public final List<String> run = new ArrayList<>();

  private final Judged judged;
  private final Map<String, ObjectNode> files = new TreeMap<>();

  /** With those decisions over the files. */
  public Fetching(Judged judged) {
    this.judged = judged;
    files.put("osint", definition("osint", "osint-provider", "misp", "PT6H").put("enabled", true));
    files.put("urlhaus", definition("urlhaus", "abuse.ch", "url", "0 5 * * * *"));
  }

  @Override
  public FaringWay now(OpenWay way) {
    return switch (way) {
      case PUSH ->
          new FaringWay(way, "open", 0L, Made.NOON, Made.id(5), 1_204, 3, null, null, true);
      case FOLDER ->
          new FaringWay(
              way,
              "failing",
              2L,
              null,
              null,
              0,
              1,
              null,
              "Reports can not be stored just now.",
              true);
    };
  }

  @Override
  public Set<OpenWay> paused() {
    Set<OpenWay> paused = EnumSet.allOf(OpenWay.class);
    paused.removeIf(way -> !decided(way.feed()).paused());
    return paused;
  }

  @Override
  public boolean areHere() {
    return true;
  }

  @Override
  public List<FetchedFeed> all() {
    TreeSet<String> names = new TreeSet<>(files.keySet());
    judged.feeds().forEach(feed -> names.add(feed.name()));
    return names.stream().flatMap(name -> one(decided(name)).stream()).toList();
  }

  private Feed decided(String name) {
    return judged.feeds().stream()
        .filter(feed -> feed.name().equals(name))
        .findFirst()
        .orElseGet(() -> Feed.untouched(name));
  }

  @Override
  public Optional<FetchedFeed> one(Feed decided) {
    return written(decided).map(node -> shown(decided, node));
  }

  @Override
  public List<String> ways() {
    return List.of("url", "taxii", "misp");
  }

  @Override
  public Optional<ObjectNode> written(Feed decided) {
    ObjectNode base =
        decided.definition() == null ? files.get(decided.name()) : decided.definition();
    if (base == null) {
      return Optional.empty();
    }
    ObjectNode node = base.deepCopy();
    if (decided.enabled() != null) {
      node.put("enabled", decided.enabled());
    }
    return Optional.of(node);
  }

  @Override
  public List<DefinitionFault> faults(String name, ObjectNode definition) {
    List<DefinitionFault> faults = new ArrayList<>();
    for (String key : List.of("provider", "feed", "url", "schedule")) {
      if (definition.path(key).asString("").isEmpty()) {
        faults.add(new DefinitionFault(key, "it is missing"));
      }
    }
    if (!definition.path("confidence").isInt()) {
      faults.add(new DefinitionFault("confidence", "it has to be a number from 0 to 100"));
    }
    return faults;
  }

  @Override
  public boolean run(String name) {
    return name.equals("osint") && run.add(name);
  }

  @Override
  public boolean canFetch() {
    return true;
  }

  @Override
  public TriedSample fetch(String feed, ObjectNode definition) {
    return read(feed, definition, BEGINNING.getBytes(), null);
  }

  @Override
  public TriedSample read(
      String feed, ObjectNode definition, byte[] sample, @Nullable String file) {
    String said = definition.path("format").asString(null);
    List<Formats.Guess> guesses = FORMATS.guesses(new Sample(file, null, sample));
    Format format = said == null ? guesses.getFirst().format() : FORMATS.named(said).orElseThrow();
    var read =
        format.normalise(raw(definition, format, file, sample), new NodeNamespace(Made.id(1)));
    List<TriedSample.Tried> tried = new ArrayList<>();
    for (Accepted one : read.accepted()) {
      tried.add(
          new TriedSample.Tried(
              one.position() + 1L, format.name(), List.of(one.fact()), null, null));
    }
    for (Reject one : read.rejects()) {
      tried.add(new TriedSample.Tried(one.position() + 1L, format.name(), List.of(), one, null));
    }
    return new TriedSample(
        file,
        said == null
            ? guesses.stream()
                .map(guess -> new TriedSample.Guess(guess.format().name(), guess.sureness()))
                .toList()
            : List.of(),
        tried,
        read.accepted().size(),
        read.rejects().size(),
        0,
        0);
  }

  private static RawRecord raw(
      ObjectNode definition, Format format, @Nullable String file, byte[] sample) {
    return new RawRecord(
        Made.id(5),
        0,
        new Origin(definition.path("provider").asString(), definition.path("feed").asString()),
        "feed:test",
        format.name(),
        file,
        Tlp.parse(definition.path("tlp").asString()).orElseThrow(),
        Tlp.CLEAR,
        Made.NOON,
        1,
        (int) new String(sample).lines().count(),
        new byte[0],
        sample);
  }

  private FetchedFeed shown(Feed decided, ObjectNode node) {
    boolean on = node.path("enabled").asBoolean(false);
    FetchedFeed.Decided marks =
        new FetchedFeed.Decided(
            decided.removed(), files.containsKey(decided.name()), decided.definition() != null);
    FetchedFeed.Definition definition = shown(decided.name(), node, on);
    if (decided.removed() || !on) {
      return FetchedFeed.idle(definition, marks, decided.removed() ? "removed" : "off", null);
    }
    Instant noon = Made.NOON;
    return new FetchedFeed(
        definition,
        marks,
        decided.paused() ? "paused" : "failing",
        noon.plusSeconds(3600),
        noon,
        noon.plusSeconds(7200),
        Made.id(5),
        12_431,
        Duration.ofMinutes(125),
        2,
        "The server does not answer in time. It is tried <i>again</i>.");
  }

  private static FetchedFeed.Definition shown(String name, ObjectNode node, boolean on) {
    return new FetchedFeed.Definition(
        name,
        new Origin(node.path("provider").asString(), node.path("feed").asString()),
        node.path("way").asString(),
        node.path("url").asString(),
        node.path("kind").asString(),
        node.path("format").asString(null),
        Tlp.parse(node.path("tlp").asString()).orElseThrow(),
        node.path("confidence").asInt(),
        Objects.requireNonNull(node.path("schedule").asString()),
        node.path("licence").asString(),
        node.path("documentation").asString(),
        on,
        node.path("secret").path("property").asString(null));
  }

  private static ObjectNode definition(String name, String provider, String way, String schedule) {
    return EntityJson.MAPPER
        .createObjectNode()
        .put("provider", provider)
        .put("feed", name)
        .put("way", way)
        .put("url", "https://feeds.example.org/" + name)
        .put("kind", "list")
        .put("tlp", "CLEAR")
        .put("confidence", 75)
        .put("schedule", schedule)
        .put("licence", "CC0")
        .put("documentation", "https://feeds.example.org/");
  }
}
