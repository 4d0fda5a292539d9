package org.tocsin.formats.misp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.WarningNotice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes warnings as a feed of MISP: a manifest, an event for each, and the hashes of all values,
 * by which a MISP finds what it has in common with the feed. A withdrawn warning is an event
 * without attributes.
 */
public final class MispWriter {
  private static final String INDICATES = "Network activity";
  private static final String DELIVERY = "Payload delivery";
  private static final String ANALYSIS = "External analysis";
  private static final String OTHER = "Other";

  private final ObjectNode author;

  /**
   * A writer.
   *
   * @param name who publishes
   * @param id names them for ever
   */
  public MispWriter(String name, UUID id) {
    this.author = JsonNodeFactory.instance.objectNode();
    author.put("name", name).put("uuid", id.toString());
  }

  /** One attribute of an event. */
  private record Written(
      String type, String category, String value, boolean toIds, @Nullable String comment) {}

  /** The manifest: the head of each event under its id. */
  public byte[] manifest(List<WarningNotice> notices) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    notices.forEach(notice -> manifest.set(notice.id().toString(), head(notice)));
    return bytes(manifest);
  }

  /** MD5 of each value and the id of its event, a line each. */
  public byte[] hashes(List<WarningNotice> notices) {
    Set<String> lines = new TreeSet<>();
    for (WarningNotice notice : notices) {
      attributes(notice)
          .forEach(attribute -> lines.add(md5(attribute.value()) + "," + notice.id() + "\n"));
    }
    return String.join("", lines).getBytes(UTF_8);
  }

  /** The event. */
  public byte[] event(WarningNotice notice) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode event = root.putObject("Event");
    event.put("uuid", notice.id().toString());
    event.setAll(head(notice));
    event
        .put("publish_timestamp", seconds(notice))
        .put("published", true)
        .put("extends_uuid", replaced(notice));
    ArrayNode all = event.putArray("Attribute");
    attributes(notice).forEach(attribute -> all.add(json(notice, attribute)));
    event.putArray("Object");
    return bytes(root);
  }

  private static String replaced(WarningNotice notice) {
    UUID replaced = notice.replaces();
    return replaced == null ? "" : replaced.toString();
  }

  private ObjectNode head(WarningNotice notice) {
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    head.set("Orgc", author.deepCopy());
    ArrayNode tags = head.putArray("Tag");
    tag(tags, notice.tlp().label().toLowerCase(Locale.ROOT));
    Rsit type = notice.type();
    if (type != null) {
      tag(tags, "rsit:" + type.classification() + "=\"" + type.type() + "\"");
    }
    return head.put("info", notice.title())
        .put("date", notice.created().atZone(ZoneOffset.UTC).toLocalDate().toString())
        .put("timestamp", seconds(notice))
        .put("analysis", "2")
        .put("threat_level_id", level(notice.severity()));
  }

  private static void tag(ArrayNode tags, String name) {
    tags.addObject().put("name", name);
  }

  private static String seconds(WarningNotice notice) {
    return String.valueOf(notice.modified().getEpochSecond());
  }

  /** 1 is high, 4 undefined. */
  private static String level(@Nullable Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "1";
      case MEDIUM -> "2";
      case LOW -> "3";
      case null -> "4";
    };
  }

  private static List<Written> attributes(WarningNotice notice) {
    if (notice.withdrawn()) {
      return List.of();
    }
    List<Written> all = new ArrayList<>();
    notice.observables().forEach(one -> all.add(indicator(one)));
    notice.cves().forEach(cve -> all.add(new Written("vulnerability", ANALYSIS, cve, false, null)));
    notice.references().forEach(url -> all.add(new Written("link", ANALYSIS, url, false, null)));
    notice
        .products()
        .forEach(
            product -> all.add(new Written("text", OTHER, product, false, "affected product")));
    text(all, "number", notice.number());
    text(all, "summary", notice.summary());
    Advice advice = notice.advice();
    text(all, "advice for citizens", advice.citizens());
    text(all, "advice for businesses", advice.businesses());
    text(all, "advice for governments", advice.governments());
    text(all, "advice for international organisations", advice.internationalOrganisations());
    return all;
  }

  private static void text(List<Written> all, String what, @Nullable String text) {
    if (text != null) {
      all.add(new Written("text", OTHER, text, false, what));
    }
  }

  private static Written indicator(Observable one) {
    return switch (one.kind()) {
      case IPV4_ADDR, IPV6_ADDR -> new Written("ip-dst", INDICATES, one.value(), true, null);
      case DOMAIN_NAME -> new Written("domain", INDICATES, one.value(), true, null);
      case URL -> new Written("url", INDICATES, one.value(), true, null);
      case EMAIL_ADDR -> new Written("email-src", DELIVERY, one.value(), true, null);
      case MD5 -> new Written("md5", DELIVERY, one.value(), true, null);
      case SHA_1 -> new Written("sha1", DELIVERY, one.value(), true, null);
      case SHA_256 -> new Written("sha256", DELIVERY, one.value(), true, null);
    };
  }

  private static ObjectNode json(WarningNotice notice, Written attribute) {
    String comment = attribute.comment() == null ? "" : attribute.comment();
    UUID id =
        NameBasedId.in(notice.id())
            .part("misp")
            .part(attribute.type())
            .part(attribute.value())
            .part(comment)
            .id();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("uuid", id.toString())
        .put("type", attribute.type())
        .put("category", attribute.category())
        .put("value", attribute.value())
        .put("to_ids", attribute.toIds())
        .put("timestamp", seconds(notice))
        .put("comment", comment);
    if (attribute.toIds() && notice.validFrom() != null) {
      json.put("first_seen", notice.validFrom().toString());
    }
    return json;
  }

  private static String md5(String value) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(value.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return StixJson.MAPPER.writeValueAsBytes(json);
  }
}
