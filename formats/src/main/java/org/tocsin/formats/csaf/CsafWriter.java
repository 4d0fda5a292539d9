package org.tocsin.formats.csaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.WarningNotice;
import org.tocsin.model.warning.WarningNotice.Earlier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a warning as an advisory of CSAF 2.0 (OASIS Standard, 18 November 2022). Each version and
 * the withdrawal is a revision of one document. The profile is the strictest the warning fits: a
 * security advisory where it names vulnerabilities and products, an informational one where it
 * names no vulnerability and has references, else the base.
 */
public final class CsafWriter {
  static final String BASE = "csaf_base";
  static final String SECURITY = "csaf_security_advisory";
  static final String INFORMATIONAL = "csaf_informational_advisory";

  private static final Pattern CPE =
      Pattern.compile("cpe:2\\.3:[aho*-](:([A-Za-z0-9._*?-]|\\\\[^A-Za-z0-9\\s])+){10}");
  private static final Pattern PURL =
      Pattern.compile("pkg:[A-Za-z.+-][A-Za-z0-9.+-]*/[^\\s@?#/]+(/[^\\s@?#/]+)*(@[^\\s?#]+)?");

  private final ObjectNode publisher;

  /**
   * A writer.
   *
   * @param name who publishes
   * @param namespace names the publisher for ever
   * @param contact how to reach them, null where nobody says
   */
  public CsafWriter(String name, URI namespace, @Nullable String contact) {
    this.publisher = JsonNodeFactory.instance.objectNode();
    publisher.put("category", "coordinator");
    if (contact != null) {
      publisher.put("contact_details", contact);
    }
    publisher.put("name", name).put("namespace", namespace.toString());
  }

  /** Who publishes (section 3.2.1.8), as the metadata of a provider say it too. */
  public ObjectNode publisher() {
    return publisher.deepCopy();
  }

  /** The document's name as a file (section 5.1), without its ending. */
  public static String fileName(UUID warning) {
    return warning.toString();
  }

  /** The level as CSAF 2.0 has it, which is that of TLP 1.0 (section 3.2.1.5.2). */
  public static String label(Tlp tlp) {
    return switch (tlp) {
      case CLEAR -> "WHITE";
      case GREEN -> "GREEN";
      case AMBER, AMBER_STRICT -> "AMBER";
      case RED -> "RED";
    };
  }

  /**
   * The document.
   *
   * @param earlier the versions its readers may have got before, the first one first
   * @param self where the document is
   */
  public byte[] write(WarningNotice notice, List<Earlier> earlier, URI self) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("document", document(notice, earlier, self));
    if (!notice.products().isEmpty()) {
      root.set("product_tree", products(notice.products()));
    }
    if (!notice.cves().isEmpty()) {
      ArrayNode all = root.putArray("vulnerabilities");
      notice.cves().forEach(cve -> all.add(vulnerability(notice, cve)));
    }
    return StixJson.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(root)
        .getBytes(UTF_8);
  }

  private ObjectNode document(WarningNotice notice, List<Earlier> earlier, URI self) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    Severity severity = notice.severity();
    if (severity != null) {
      document.putObject("aggregate_severity").put("text", severity.key());
    }
    document.put("category", category(notice)).put("csaf_version", "2.0");
    ObjectNode distribution = document.putObject("distribution");
    distribution.put("text", notice.tlp().label());
    distribution
        .putObject("tlp")
        .put("label", label(notice.tlp()))
        .put("url", "https://www.first.org/tlp/");
    if (DocumentTests.isLanguage(notice.language())) {
      document.put("lang", notice.language());
    }
    document.set("notes", notes(notice));
    document.set("publisher", publisher());
    ArrayNode references = document.putArray("references");
    reference(references, "self", "This document", self.toString());
    notice.references().forEach(url -> reference(references, "external", "Reference", url));
    document.put("title", notice.title());
    document.set("tracking", tracking(notice, earlier));
    return document;
  }

  private static String category(WarningNotice notice) {
    if (!notice.cves().isEmpty() && !notice.products().isEmpty()) {
      return SECURITY;
    }
    return notice.cves().isEmpty() && notice.products().isEmpty() && !notice.references().isEmpty()
        ? INFORMATIONAL
        : BASE;
  }

  private static void reference(ArrayNode all, String category, String summary, String url) {
    all.addObject().put("category", category).put("summary", summary).put("url", url);
  }

  private static ArrayNode notes(WarningNotice notice) {
    ArrayNode notes = JsonNodeFactory.instance.arrayNode();
    note(notes, "summary", "Summary", null, notice.summary());
    Advice advice = notice.advice();
    note(notes, "general", "What to do", "citizens", advice.citizens());
    note(notes, "general", "What to do", "businesses", advice.businesses());
    note(notes, "general", "What to do", "governments", advice.governments());
    note(
        notes,
        "general",
        "What to do",
        "international organisations",
        advice.internationalOrganisations());
    if (!notice.observables().isEmpty()) {
      String lines =
          notice.observables().stream()
              .map(one -> one.type() + " " + one.value())
              .collect(Collectors.joining("\n"));
      note(notes, "details", "What to look for", null, lines);
    }
    Rsit type = notice.type();
    String kind = type == null ? null : type.classification() + "." + type.type();
    note(notes, "other", "Type of incident (RSIT)", null, kind);
    note(notes, "other", "Valid from", null, time(notice.validFrom()));
    note(notes, "other", "Valid until", null, time(notice.validUntil()));
    UUID replaced = notice.replaces();
    note(notes, "other", "Takes the place of", null, replaced == null ? null : replaced.toString());
    return notes;
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : StixTime.micros(time);
  }

  private static void note(
      ArrayNode notes,
      String category,
      String title,
      @Nullable String audience,
      @Nullable String text) {
    if (text != null) {
      ObjectNode note = notes.addObject();
      if (audience != null) {
        note.put("audience", audience);
      }
      note.put("category", category).put("text", text).put("title", title);
    }
  }

  private static ObjectNode tracking(WarningNotice notice, List<Earlier> earlier) {
    ObjectNode tracking = JsonNodeFactory.instance.objectNode();
    if (!notice.number().equals(notice.id().toString())) {
      tracking.putArray("aliases").add(notice.number());
    }
    tracking.put("current_release_date", StixTime.micros(notice.modified()));
    tracking.putObject("generator").putObject("engine").put("name", "Tocsin");
    tracking.put("id", notice.id().toString());
    tracking.put("initial_release_date", StixTime.micros(notice.created()));
    revisions(tracking.putArray("revision_history"), notice, earlier);
    return tracking.put("status", "final").put("version", String.valueOf(notice.version()));
  }

  /**
   * Section 6.1.21 wants every number; of what these readers were not shown it says the number
   * alone, under the time of what they saw next.
   */
  private static void revisions(ArrayNode history, WarningNotice notice, List<Earlier> earlier) {
    Map<Integer, Earlier> known =
        new TreeMap<>(earlier.stream().collect(Collectors.toMap(Earlier::version, one -> one)));
    int number = 1;
    for (Earlier one : known.values()) {
      for (; number < one.version(); number++) {
        revision(history, number, one.at(), "Not released to these readers");
      }
      String change = one.change();
      String usual = number == 1 ? "First version" : "New version";
      revision(history, number++, one.at(), change == null ? usual : change);
    }
    for (; number < notice.version(); number++) {
      revision(history, number, notice.modified(), "Not released to these readers");
    }
    String change = notice.change();
    String usual = notice.version() == 1 ? "First version" : "New version";
    revision(
        history,
        notice.version(),
        notice.modified(),
        notice.withdrawn() ? "Withdrawn" : change == null ? usual : change);
  }

  private static void revision(ArrayNode history, int number, Instant at, String summary) {
    history
        .addObject()
        .put("date", StixTime.micros(at))
        .put("number", String.valueOf(number))
        .put("summary", summary);
  }

  private static ObjectNode products(List<String> products) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    ArrayNode names = tree.putArray("full_product_names");
    for (int i = 0; i < products.size(); i++) {
      String product = products.get(i);
      ObjectNode name = names.addObject();
      name.put("name", product).put("product_id", productId(i));
      if (CPE.matcher(product).matches()) {
        name.putObject("product_identification_helper").put("cpe", product);
      } else if (PURL.matcher(product).matches()) {
        name.putObject("product_identification_helper").put("purl", product);
      }
    }
    return tree;
  }

  private static String productId(int index) {
    return "P" + (index + 1);
  }

  /** A security advisory has notes and the status of products for each (section 4.4). */
  private static ObjectNode vulnerability(WarningNotice notice, String cve) {
    ObjectNode vulnerability = JsonNodeFactory.instance.objectNode();
    vulnerability.put("cve", cve);
    note(vulnerability.putArray("notes"), "description", "Summary", null, notice.summary());
    if (!notice.products().isEmpty()) {
      ArrayNode affected = vulnerability.putObject("product_status").putArray("known_affected");
      for (int i = 0; i < notice.products().size(); i++) {
        affected.add(productId(i));
      }
    }
    return vulnerability;
  }
}
