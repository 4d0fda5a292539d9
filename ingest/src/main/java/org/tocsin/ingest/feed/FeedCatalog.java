package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.feed.Feed;
import org.tocsin.outward.Fetch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The feeds there are: those that come with the program, all switched off, and the operator's own.
 * An operator's entry under the name of one that is there changes only the keys it gives. What is
 * decided since the start is laid over them, without being written into any file.
 */
public final class FeedCatalog {
  private static final String SHIPPED = "feeds.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final Map<String, ObjectNode> files;
  private final FeedReader reader;

  private FeedCatalog(Map<String, ObjectNode> files, Set<String> formats) {
    this.files = files;
    this.reader = new FeedReader(formats);
  }

  /**
   * Reads all definitions.
   *
   * @param operators the operator's file, null for none
   * @param formats the names of all formats there are
   * @throws BadFeedsException naming every feed and key that is wrong
   */
  public static FeedCatalog of(@Nullable Path operators, Set<String> formats) {
    Map<String, ObjectNode> all = new TreeMap<>(shipped());
    if (operators != null) {
      own(operators)
          .forEach((name, own) -> all.merge(name, own, (there, changes) -> there.setAll(changes)));
    }
    FeedCatalog catalog = new FeedCatalog(all, formats);
    List<String> problems = new ArrayList<>();
    all.forEach((name, node) -> problems.addAll(catalog.read(name, node).problems()));
    if (!problems.isEmpty()) {
      throw new BadFeedsException(operators == null ? SHIPPED : operators.toString(), problems);
    }
    return catalog;
  }

  /** The definitions of the files, by name; see {@link #of}. */
  static List<FeedDefinition> read(@Nullable Path operators, Set<String> formats) {
    return of(operators, formats).definitions();
  }

  /** The definitions of the files, by name. */
  public List<FeedDefinition> definitions() {
    return files.entrySet().stream()
        .map(entry -> read(entry.getKey(), entry.getValue()).definition())
        .toList();
  }

  /** All feeds by name, as they are after those decisions. */
  public List<KnownFeed> after(Collection<Feed> decided) {
    Map<String, Feed> byName = new TreeMap<>();
    files.keySet().forEach(name -> byName.put(name, Feed.untouched(name)));
    decided.forEach(feed -> byName.put(feed.name(), feed));
    return byName.values().stream().flatMap(feed -> after(feed).stream()).toList();
  }

  /** A feed as it is after that decision; empty where nothing ever defined it. */
  public Optional<KnownFeed> after(Feed decided) {
    return written(decided).map(node -> known(decided, node));
  }

  /** The keys that define it, as they would stand in a file; empty where nothing does. */
  public Optional<ObjectNode> written(Feed decided) {
    ObjectNode file = files.get(decided.name());
    ObjectNode base = decided.definition() == null ? file : decided.definition();
    if (base == null) {
      return Optional.empty();
    }
    ObjectNode node = base.deepCopy();
    if (decided.definition() != null && file != null && file.has(Feed.SWITCH)) {
      node.set(Feed.SWITCH, file.get(Feed.SWITCH));
    }
    if (decided.enabled() != null) {
      node.put(Feed.SWITCH, decided.enabled());
    }
    return Optional.of(node);
  }

  /** What is wrong with a definition somebody gives; nothing where it can be used. */
  public List<FeedFault> faults(String name, ObjectNode definition) {
    FeedFields fields = read(name, definition).fields();
    secretFault(name, definition).ifPresent(fields.faults()::add);
    return List.copyOf(fields.faults());
  }

  /** Reads a definition without faults. */
  public FeedDefinition definition(String name, ObjectNode definition) {
    return read(name, definition).definition();
  }

  private KnownFeed known(Feed decided, ObjectNode node) {
    boolean redefined = decided.definition() != null;
    List<FeedFault> faults = redefined ? faults(decided.name(), node) : List.of();
    return new KnownFeed(
        definition(decided.name(), node),
        decided.paused(),
        decided.removed(),
        files.containsKey(decided.name()),
        redefined,
        faults.isEmpty() ? null : faults.getFirst().toString());
  }

  /**
   * Whoever defines a feed says where a secret goes. So only secrets that are kept for feeds can be
   * named, and that of the files where it goes to the same server still.
   */
  private Optional<FeedFault> secretFault(String name, ObjectNode definition) {
    FeedSecret secret = definition(name, definition).secret();
    if (secret == null || secret.isForFeeds()) {
      return Optional.empty();
    }
    ObjectNode file = files.get(name);
    FeedDefinition base = file == null ? null : definition(name, file);
    boolean same =
        base != null
            && secret.equals(base.secret())
            && Fetch.of(definition(name, definition).url()).isToOriginOf(base.url());
    return same
        ? Optional.empty()
        : Optional.of(
            new FeedFault(
                "secret.property",
                "a feed that is defined here names a property that begins with "
                    + FeedSecret.FOR_FEEDS));
  }

  private record Read(FeedDefinition definition, FeedFields fields) {
    List<String> problems() {
      return fields.problems();
    }
  }

  private Read read(String name, ObjectNode node) {
    FeedFields fields = new FeedFields(name, node);
    return new Read(reader.read(name, node, fields), fields);
  }

  private static Map<String, ObjectNode> shipped() {
    try (InputStream in =
        Objects.requireNonNull(FeedCatalog.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return feeds(YAML.readTree(in), SHIPPED);
    } catch (IOException e) {
      throw new IllegalStateException("the feeds that come with the program", e);
    }
  }

  private static Map<String, ObjectNode> own(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return feeds(YAML.readTree(in), file.toString());
    } catch (IOException e) {
      throw new BadFeedsException(file.toString(), List.of("it can not be read"));
    } catch (JacksonException e) {
      throw new BadFeedsException(file.toString(), List.of(e.getOriginalMessage() + where(e)));
    }
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
  }

  private static Map<String, ObjectNode> feeds(JsonNode root, String where) {
    JsonNode feeds = root.path("feeds");
    if (!feeds.isObject() || root.size() != 1) {
      throw new BadFeedsException(where, List.of("it has one key, 'feeds', with a key per feed"));
    }
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    feeds
        .properties()
        .forEach(entry -> {
          if (entry.getValue() instanceof ObjectNode node) {
            byName.put(entry.getKey(), node);
          } else {
            throw new BadFeedsException(
                where, List.of("feed '" + entry.getKey() + "': it has no keys"));
          }
        });
    return byName;
  }
}
