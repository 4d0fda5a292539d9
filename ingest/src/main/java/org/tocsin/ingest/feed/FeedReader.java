package org.tocsin.ingest.feed;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

/** Reads one definition, strictly: a key nobody knows is a mistake somebody made. */
final class FeedReader {
  static final Set<String> KEYS =
      Set.of(
          "provider",
          "feed",
          "way",
          "url",
          "kind",
          "format",
          "tlp",
          "confidence",
          "schedule",
          "licence",
          "documentation",
          "enabled",
          "secret");
  private static final Set<String> SECRET_KEYS = Set.of("header", "property", "prefix");
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int USUAL_CONFIDENCE = 50;
  private static final Origin NONE = new Origin("none", "none");

  private final Set<String> formats;

  /**
   * A reader.
   *
   * @param formats the names of all formats there are
   */
  FeedReader(Set<String> formats) {
    this.formats = formats;
  }

  /** Reads a definition; where anything is wrong with it, that is in the fields' problems. */
  FeedDefinition read(String name, JsonNode node, FeedFields fields) {
    fields.only(KEYS);
    FeedDefinition definition =
        new FeedDefinition(
            name,
            origin(fields),
            fields.choice("way", WayIn.values()),
            fields.address("url"),
            fields.choice("kind", FeedKind.values()),
            format(fields),
            fields.read("tlp", Tlp.RED, FeedReader::tlp),
            fields.number("confidence", 0, 100, USUAL_CONFIDENCE),
            schedule(fields),
            fields.text("licence"),
            fields.address("documentation"),
            fields.flag("enabled", false),
            secret(name, node.path("secret"), fields));
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
      fields.wrong("name", "it has to be 1 to 64 of a-z 0-9 . _ -");
    }
    return definition;
  }

  private static Origin origin(FeedFields fields) {
    String provider = fields.text("provider");
    String feed = fields.text("feed");
    if (provider.isEmpty() || feed.isEmpty()) {
      return NONE;
    }
    return fields.read("provider", NONE, text -> new Origin(text, feed));
  }

  private @Nullable String format(FeedFields fields) {
    String format = fields.optional("format");
    if (format != null && !formats.contains(format)) {
      fields.wrong("format", "there is no format '" + format + "'; leave it out to recognise it");
    }
    return format;
  }

  private static Tlp tlp(String text) {
    return Tlp.parse(text)
        .orElseThrow(
            () -> new IllegalArgumentException("one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED"));
  }

  private static Schedule schedule(FeedFields fields) {
    Schedule schedule = fields.read("schedule", new Schedule("P1D"), Schedule::new);
    if (schedule.interval().compareTo(SHORTEST) < 0) {
      fields.wrong("schedule", "no feed is fetched more often than once a minute");
    }
    return schedule;
  }

  private static @Nullable FeedSecret secret(String name, JsonNode node, FeedFields fields) {
    if (node.isMissingNode()) {
      return null;
    }
    if (!node.isObject()) {
      fields.wrong("secret", "it has the keys header and property; the secret itself stays out");
      return null;
    }
    FeedFields inner = new FeedFields(name, node);
    inner.only(SECRET_KEYS);
    String header = inner.text("header");
    if (!header.isEmpty() && !header.matches("[A-Za-z0-9-]{1,64}")) {
      inner.wrong("header", "it is no name of a header");
    }
    String property = inner.text("property");
    String prefix = node.path("prefix").asString("");
    inner.faults().forEach(fault -> fields.wrong("secret." + fault.key(), fault.what()));
    return new FeedSecret(header, property, prefix);
  }
}
