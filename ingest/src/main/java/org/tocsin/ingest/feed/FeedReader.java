package org.tocsin.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.outward.mailbox.MailboxAccess;
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
          "secret",
          "user",
          "after",
          "folder");
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
    WayIn way = fields.choice("way", WayIn.values());
    boolean mailbox = way == WayIn.MAILBOX;
    FeedDefinition definition =
        new FeedDefinition(
            name,
            origin(fields),
            way,
            mailbox ? mailboxAddress(fields) : fields.address("url"),
            fields.choice("kind", FeedKind.values()),
            format(fields),
            fields.read("tlp", Tlp.RED, FeedReader::tlp),
            fields.number("confidence", 0, 100, USUAL_CONFIDENCE),
            schedule(fields),
            fields.text("licence"),
            fields.address("documentation"),
            fields.flag("enabled", false),
            secret(name, node.path("secret"), mailbox, fields),
            mailbox ? mailbox(node, fields) : null);
    if (!mailbox) {
      none(node, fields, "it is for a mailbox", "user", "after", "folder");
    } else if (definition.kind() != FeedKind.EVENTS) {
      fields.wrong("kind", "a mailbox holds events");
    }
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
      fields.wrong("name", "it has to be 1 to 64 of a-z 0-9 . _ -");
    }
    if (OpenWay.isNamed(name)) {
      fields.wrong("name", "it is that of a way in which is no feed");
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

  private static URI mailboxAddress(FeedFields fields) {
    return fields.read(
        "url",
        URI.create("imaps://mail.example.org/"),
        text -> {
          URI uri = URI.create(text);
          MailboxAccess.check(uri);
          return uri;
        });
  }

  private static MailboxTerms mailbox(JsonNode node, FeedFields fields) {
    MailboxTerms.After after =
        node.path("after").isMissingNode()
            ? MailboxTerms.After.LEAVE
            : fields.choice("after", MailboxTerms.After.values());
    @Nullable String folder = fields.optional("folder");
    if ((after == MailboxTerms.After.MOVE) != (folder != null)) {
      fields.wrong("folder", "it goes with 'after: move', and that with it");
    }
    if (folder != null && fields.optional("url") instanceof String url && url.startsWith("pop3")) {
      fields.wrong("after", "a POP3 mailbox has no folders");
    }
    return new MailboxTerms(fields.text("user"), after, folder);
  }

  private static void none(JsonNode node, FeedFields fields, String why, String... keys) {
    for (String key : keys) {
      if (node.has(key)) {
        fields.wrong(key, why);
      }
    }
  }

  private static @Nullable FeedSecret secret(
      String name, JsonNode node, boolean mailbox, FeedFields fields) {
    if (node.isMissingNode()) {
      if (mailbox) {
        fields.wrong("secret", "it is missing");
      }
      return null;
    }
    if (!node.isObject()) {
      fields.wrong("secret", "it has the keys header and property; the secret itself stays out");
      return null;
    }
    FeedFields inner = new FeedFields(name, node);
    inner.only(SECRET_KEYS);
    if (mailbox) {
      none(node, inner, "a mailbox has no headers", "header", "prefix");
    }
    String header = mailbox ? "" : inner.text("header");
    if (!header.isEmpty() && !header.matches("[A-Za-z0-9-]{1,64}")) {
      inner.wrong("header", "it is no name of a header");
    }
    String property = inner.text("property");
    String prefix = node.path("prefix").asString("");
    inner.faults().forEach(fault -> fields.wrong("secret." + fault.key(), fault.what()));
    return new FeedSecret(header, property, prefix);
  }
}
