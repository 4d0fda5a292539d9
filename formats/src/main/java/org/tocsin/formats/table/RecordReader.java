package org.tocsin.formats.table;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.sco.CveId;
import org.tocsin.formats.sco.Defanged;
import org.tocsin.formats.sco.Ja3;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

/** Reads one record after the other as a mapping says. Not thread-safe. */
final class RecordReader {
  private static final int LOW = 15;
  private static final int MEDIUM = 50;
  private static final int HIGH = 85;

  /** A longer text is no name of a kind of report. */
  private static final int MAX_TYPE = 100;

  private final TableMapping mapping;
  private final Objections objections;
  private final RawRecord raw;
  private final ObservationWriter writer;

  RecordReader(
      TableMapping mapping, Objections objections, RawRecord raw, NodeNamespace namespace) {
    this.mapping = mapping;
    this.objections = objections;
    this.raw = raw;
    this.writer = new ObservationWriter(raw, namespace);
  }

  /**
   * The observation a record tells of.
   *
   * @param identity the bytes it is told by from others: its own, with the names of its columns
   * @throws Fault where it cannot be understood
   */
  Observation read(Fields fields, byte[]... identity) throws Fault {
    ObservedDraft draft =
        new ObservedDraft(observedAt(fields)).confidence(sureness()).tlp(mapping.tlp());
    ObjectNode all = fields.all();
    Findings findings = new Findings(draft.scos(), objections);
    @Nullable String wrong = null;
    boolean found = false;
    for (Column column : mapping.columns()) {
      String text = text(fields, column);
      if (text.isEmpty()) {
        continue;
      }
      Role role = role(column, fields);
      boolean fits =
          role.isIndicator()
              ? findings.take(role, Defanged.restore(text), column.name())
              : findings.take(role, text, column.name()) && tell(role, column, text, draft, all);
      wrong = wrong == null && role.isIndicator() && !fits ? column.name() : wrong;
      found |= role.isIndicator() && role != Role.ASN && fits;
    }
    findings.finish(mapping.protocol());
    draft.about(findings.own());
    if (draft.scos().ids().isEmpty() || !found && wrong != null) {
      throw nothingFound(wrong);
    }
    draft.rsit(mapping.rsit().of(fields)).reportType(reportType(fields)).fields(all);
    return writer.write(writer.contentId(mapping.name(), identity), draft);
  }

  /** What is known of the feed says more than what is known of everything of this form. */
  private @Nullable Integer sureness() {
    return raw.confidence() == null ? mapping.confidence() : raw.confidence();
  }

  private static String text(Fields fields, Column column) {
    String text = fields.text(column);
    String clean = text == null ? "" : column.clean(text);
    String prefix =
        clean.isEmpty() || column.prefix() == null ? null : fields.text(column.prefix());
    return prefix == null ? clean : clean + "/" + prefix.strip();
  }

  /** The kind of value as another column says; its looks decide where that says nothing known. */
  private static Role role(Column column, Fields fields) {
    String kind = column.kindColumn() == null ? null : fields.text(column.kindColumn());
    return kind == null
        ? column.role()
        : column.kinds().getOrDefault(kind.strip().toLowerCase(Locale.ROOT), column.role());
  }

  /**
   * The first column that says when; else when it was last seen; where nothing says it, the time of
   * collection stands for it.
   */
  private Instant observedAt(Fields fields) throws Fault {
    for (Column column : mapping.columns()) {
      String text = column.role() == Role.TIME ? text(fields, column) : "";
      if (!text.isEmpty()) {
        return column
            .time()
            .parse(text)
            .orElseThrow(() -> Fault.bad(column.name(), "this is no time"));
      }
    }
    for (Column column : mapping.columns()) {
      String text = column.role() == Role.LAST_TIME ? text(fields, column) : "";
      Optional<Instant> last = text.isEmpty() ? Optional.empty() : column.time().parse(text);
      if (last.isPresent()) {
        return last.get();
      }
    }
    return raw.collectedAt();
  }

  private static boolean tell(
      Role role, Column column, String text, ObservedDraft draft, ObjectNode all) {
    switch (role) {
      case LAST_TIME -> column.time().parse(text).ifPresent(draft::ended);
      case COUNT -> number(text).ifPresent(draft::number);
      case COUNTRY -> draft.subjectCountry(text);
      case REMOTE_COUNTRY -> draft.country(text);
      case CONFIDENCE -> draft.confidence(confidence(text));
      case TLP -> draft.tlp(Tlp.parse(text).orElse(Tlp.RED));
      default -> {
        if (role.isNamedField() && !all.has(role.key())) {
          all.put(role.key(), normalised(role, text));
        }
      }
    }
    return true;
  }

  /**
   * The one spelling of an id or a fingerprint; several of them, and all else, stay as they are.
   */
  private static String normalised(Role role, String text) {
    return switch (role) {
      case CVE -> CveId.parse(text).map(CveId::value).orElse(text);
      case JA3 -> Ja3.parse(text).map(Ja3::value).orElse(text);
      default -> text;
    };
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** STIX 2.1 appendix A for the words. */
  private static @Nullable Integer confidence(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "low" -> LOW;
      case "medium", "med", "moderate" -> MEDIUM;
      case "high" -> HIGH;
      default -> number(text.replaceFirst("\\.0*$|%$", "")).map(Long::intValue).orElse(null);
    };
  }

  /** The provider's own word where a column holds it, however it is not listed. */
  private String reportType(Fields fields) {
    Choice<String> choice = mapping.reportType();
    String type = choice.of(fields);
    if (type == null && choice.column() != null) {
      type = fields.text(choice.column());
    }
    String plain = type == null ? "" : type.strip();
    return plain.isEmpty() || plain.length() > MAX_TYPE ? mapping.name() : plain;
  }

  private Fault nothingFound(@Nullable String wrong) {
    if (wrong != null) {
      return Fault.bad(wrong, "this is not what the column is to hold, and there is nothing else");
    }
    String first =
        mapping.columns().stream()
            .filter(column -> column.role().isIndicator())
            .map(Column::name)
            .findFirst()
            .orElse("");
    return Fault.missing(
        first, "a record needs an address, a name, a URL, a hash or something else to find it by");
  }
}
