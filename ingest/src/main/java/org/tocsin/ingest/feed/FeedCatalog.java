package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The feeds there are: those that come with the program, all switched off, and the operator's own.
 * An operator's entry under the name of one that is there changes only the keys it gives.
 */
public final class FeedCatalog {
  private static final String SHIPPED = "feeds.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private FeedCatalog() {}

  /**
   * Reads all definitions.
   *
   * @param operators the operator's file, null for none
   * @param formats the names of all formats there are
   * @return by name
   * @throws BadFeedsException naming every feed and key that is wrong
   */
  public static List<FeedDefinition> read(@Nullable Path operators, Set<String> formats) {
    Map<String, ObjectNode> all = new TreeMap<>(shipped());
    if (operators == null) {
      return definitions(all, SHIPPED, formats);
    }
    String where = operators.toString();
    own(operators)
        .forEach((name, own) -> all.merge(name, own, (there, changes) -> there.setAll(changes)));
    return definitions(all, where, formats);
  }

  private static List<FeedDefinition> definitions(
      Map<String, ObjectNode> nodes, String where, Set<String> formats) {
    FeedReader reader = new FeedReader(formats);
    List<FeedDefinition> definitions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    nodes.forEach((name, node) -> {
      FeedFields fields = new FeedFields(name, node);
      definitions.add(reader.read(name, node, fields));
      problems.addAll(fields.problems());
    });
    if (!problems.isEmpty()) {
      throw new BadFeedsException(where, problems);
    }
    return List.copyOf(definitions);
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
