package org.tocsin.formats.cap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.XmlText;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.WarningNotice;
import org.tocsin.model.warning.WarningNotice.Earlier;

/**
 * Writes a warning as an alert of CAP 1.2 (OASIS Standard, 1 July 2010). Each version is an alert
 * of its own; a later one updates, and a withdrawal cancels, those that went before (section
 * 3.2.1). What CAP has no element for is in parameters.
 */
public final class CapWriter {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** Section 3.3.2: seconds, and a zone that is never written {@code Z}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String sender;
  private final String senderName;

  /**
   * A writer.
   *
   * @param sender names the node for ever: no spaces, commas, {@code <} or {@code &}
   * @param senderName the node's name, for people
   */
  public CapWriter(String sender, String senderName) {
    this.sender = sender;
    this.senderName = senderName;
  }

  /** What that version of a warning is called as an alert. */
  public static String identifier(UUID warning, int version) {
    return warning + "." + version;
  }

  /**
   * The alert.
   *
   * @param earlier the versions its readers may have got before, the first one first
   */
  public byte[] write(WarningNotice notice, List<Earlier> earlier) {
    XmlText xml = new XmlText();
    xml.open("alert", "xmlns", NAMESPACE)
        .element("identifier", identifier(notice.id(), notice.version()))
        .element("sender", sender)
        .element("sent", TIME.format(notice.modified()))
        .element("status", "Actual")
        .element("msgType", type(notice, earlier))
        .element("scope", scope(notice.tlp()));
    if (notice.tlp() != Tlp.CLEAR) {
      xml.element("restriction", notice.tlp().label());
    }
    xml.element("code", notice.tlp().label())
        .element("note", notice.withdrawn() ? notice.summary() : notice.change())
        .element("references", references(notice.id(), earlier));
    info(xml, notice);
    return xml.close().bytes();
  }

  private static String type(WarningNotice notice, List<Earlier> earlier) {
    if (notice.withdrawn()) {
      return "Cancel";
    }
    return earlier.isEmpty() ? "Alert" : "Update";
  }

  /** Section 3.2.1; nothing that is for persons leaves as CAP, but it would be private. */
  private static String scope(Tlp tlp) {
    return switch (tlp) {
      case CLEAR -> "Public";
      case GREEN, AMBER, AMBER_STRICT -> "Restricted";
      case RED -> "Private";
    };
  }

  private @Nullable String references(UUID warning, List<Earlier> earlier) {
    return earlier.isEmpty()
        ? null
        : earlier.stream()
            .map(one ->
                String.join(",", sender, identifier(warning, one.version()), TIME.format(one.at())))
            .collect(Collectors.joining(" "));
  }

  private void info(XmlText xml, WarningNotice notice) {
    Rsit type = notice.type();
    xml.open("info")
        .element("language", notice.language())
        .element("category", "Security")
        .element("event", type == null ? "Cyber security warning" : type.type())
        .element("urgency", urgency(notice))
        .element("severity", severity(notice.severity()))
        .element("certainty", "Unknown")
        .element("effective", time(notice.validFrom()))
        .element("expires", time(notice.validUntil()))
        .element("senderName", senderName)
        .element("headline", notice.title())
        .element("description", notice.summary())
        .element("instruction", instruction(notice.advice()))
        .element("web", notice.references().isEmpty() ? null : notice.references().getFirst());
    parameter(xml, "number", notice.number());
    parameter(xml, "version", String.valueOf(notice.version()));
    parameter(xml, "tlp", notice.tlp().label());
    if (type != null) {
      parameter(xml, "rsit", type.classification() + "." + type.type());
    }
    UUID replaced = notice.replaces();
    parameter(xml, "replaces", replaced == null ? null : replaced.toString());
    notice.cves().forEach(cve -> parameter(xml, "cve", cve));
    notice.products().forEach(product -> parameter(xml, "product", product));
    notice.references().forEach(url -> parameter(xml, "reference", url));
    for (Observable one : notice.observables()) {
      parameter(xml, one.type(), one.value());
    }
    xml.close();
  }

  private static void parameter(XmlText xml, String name, @Nullable String value) {
    if (value != null) {
      xml.open("parameter").element("valueName", name).element("value", value).close();
    }
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : TIME.format(time);
  }

  private static String urgency(WarningNotice notice) {
    if (notice.withdrawn()) {
      return "Past";
    }
    return notice.severity() == Severity.CRITICAL ? "Immediate" : "Unknown";
  }

  private static String severity(@Nullable Severity severity) {
    return switch (severity) {
      case CRITICAL -> "Extreme";
      case HIGH -> "Severe";
      case MEDIUM -> "Moderate";
      case LOW -> "Minor";
      case null -> "Unknown";
    };
  }

  private static @Nullable String instruction(Advice advice) {
    List<String> parts = new ArrayList<>();
    part(parts, "Citizens", advice.citizens());
    part(parts, "Businesses", advice.businesses());
    part(parts, "Governments", advice.governments());
    part(parts, "International organisations", advice.internationalOrganisations());
    return parts.isEmpty() ? null : String.join("\n\n", parts);
  }

  private static void part(List<String> parts, String readers, @Nullable String text) {
    if (text != null) {
      parts.add(readers + ": " + text);
    }
  }
}
