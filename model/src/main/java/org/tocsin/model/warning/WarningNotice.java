package org.tocsin.model.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

/**
 * A published version of a warning as one reader may see it, read back from the STIX it was
 * released as. What writes warnings in other formats starts here, so that it can tell nothing the
 * sharing policy has not shown. Of one that was withdrawn nothing is left but that it was.
 *
 * @param id of the warning
 * @param number its short number; its id where it has none
 * @param version the how manieth that was released of it, a withdrawal counted, from 1 on
 * @param withdrawn whether this takes the warning back
 * @param title in a line
 * @param summary what happened, in words
 * @param advice what to do
 * @param severity how bad it is, null where nobody says
 * @param type RSIT type, null where none fits
 * @param tlp how far it may travel, by now
 * @param products what is affected
 * @param cves the vulnerabilities it is about
 * @param observables what to look for
 * @param references where more is to be read, as URLs
 * @param language what it is written in, as BCP 47 tag
 * @param created when the first version was published
 * @param modified when this one was
 * @param validFrom from when it holds, null for its publication
 * @param validUntil until when it holds, exclusive; null where no end is known
 * @param change what is new in it, in words; null where nobody said
 * @param replaces the one whose place it took under a narrower marking, null where it took none
 */
public record WarningNotice(
    UUID id,
    String number,
    int version,
    boolean withdrawn,
    String title,
    String summary,
    Advice advice,
    @Nullable Severity severity,
    @Nullable Rsit type,
    Tlp tlp,
    List<String> products,
    List<String> cves,
    List<Observable> observables,
    List<String> references,
    String language,
    Instant created,
    Instant modified,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable String change,
    @Nullable UUID replaces) {
  private static final String REPORT = "report--";

  /**
   * A version that went before, and that the same reader may have got.
   *
   * @param version its number
   * @param at when it was released
   * @param change what was new in it, in words; null where nobody said, or it is shown no more
   */
  public record Earlier(int version, Instant at, @Nullable String change) {}

  public WarningNotice {
    products = List.copyOf(products);
    cves = List.copyOf(cves);
    observables = List.copyOf(observables);
    references = List.copyOf(references);
  }

  /**
   * Reads what was released.
   *
   * @param objects a report first, then what was released with it; empty where nothing is shown
   * @param version the how manieth that was released of the warning
   * @return empty where the first of them is no report of a warning
   */
  public static Optional<WarningNotice> of(List<StixObject> objects, int version) {
    if (objects.isEmpty() || !objects.getFirst().type().equals("report")) {
      return Optional.empty();
    }
    StixObject report = objects.getFirst();
    JsonNode more = report.json().path("extensions").path(TocsinExtension.ID);
    Optional<UUID> id = id(report.id());
    Optional<Instant> modified = report.modified();
    if (id.isEmpty() || modified.isEmpty()) {
      return Optional.empty();
    }
    String number = more.path("number").asString(id.get().toString());
    return Optional.of(
        report.revoked()
            ? withdrawn(report, id.get(), number, version, modified.get())
            : standing(objects, more, id.get(), number, version, modified.get()));
  }

  /** Whether it holds at that time. */
  public boolean holdsAt(Instant now) {
    return !withdrawn
        && (validFrom == null || !validFrom.isAfter(now))
        && (validUntil == null || validUntil.isAfter(now));
  }

  private static WarningNotice withdrawn(
      StixObject report, UUID id, String number, int version, Instant modified) {
    return new WarningNotice(
        id,
        number,
        version,
        true,
        number + " was withdrawn",
        "The warning " + number + " was withdrawn. Do not rely on earlier copies of it.",
        Advice.NONE,
        null,
        null,
        level(report),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "en",
        created(report, modified),
        modified,
        null,
        null,
        null,
        null);
  }

  private static WarningNotice standing(
      List<StixObject> objects,
      JsonNode more,
      UUID id,
      String number,
      int version,
      Instant modified) {
    StixObject report = objects.getFirst();
    return new WarningNotice(
        id,
        number,
        version,
        false,
        report.text("name").orElse(number),
        report.text("description").orElse(number),
        advice(more.path("advice")),
        Severity.ofKey(more.path("severity").asString("")).orElse(null),
        Rsit.ofType(more.path(TocsinExtension.CLASSIFICATION_TYPE).asString("")).orElse(null),
        level(report),
        texts(more.path("products")),
        named(objects, "vulnerability"),
        observables(objects),
        urls(report),
        report.text("lang").orElse("en"),
        created(report, modified),
        modified,
        time(more.path("valid_from")),
        time(more.path("valid_until")),
        text(more.path("change")),
        id(more.path("replaces").asString("")).orElse(null));
  }

  private static Optional<UUID> id(String report) {
    try {
      return report.startsWith(REPORT)
          ? Optional.of(UUID.fromString(report.substring(REPORT.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Instant created(StixObject report, Instant modified) {
    return report.text("created").flatMap(StixTime::parse).orElse(modified);
  }

  /** The strictest marking; RED where there is none, since then nobody knows. */
  private static Tlp level(StixObject report) {
    return report.markingRefs().stream()
        .map(Tlp::ofMarking)
        .flatMap(Optional::stream)
        .reduce(Tlp::stricter)
        .orElse(Tlp.RED);
  }

  private static Advice advice(JsonNode told) {
    return new Advice(
        text(told.path("citizens")),
        text(told.path("businesses")),
        text(told.path("governments")),
        text(told.path("international_organisations")));
  }

  private static List<String> named(List<StixObject> objects, String type) {
    return objects.stream()
        .filter(object -> object.type().equals(type) && !object.revoked())
        .flatMap(object -> object.text("name").stream())
        .toList();
  }

  private static List<Observable> observables(List<StixObject> objects) {
    return objects.stream()
        .filter(object -> object.type().equals("indicator") && !object.revoked())
        .flatMap(object -> object.text("pattern").stream())
        .flatMap(pattern -> Observable.ofPattern(pattern).stream())
        .toList();
  }

  private static List<String> urls(StixObject report) {
    List<String> urls = new ArrayList<>();
    report
        .json()
        .path("external_references")
        .forEach(reference -> {
          String url = text(reference.path("url"));
          if (url != null) {
            urls.add(url);
          }
        });
    return urls;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asString()));
    return texts;
  }

  private static @Nullable Instant time(JsonNode value) {
    String text = text(value);
    return text == null ? null : StixTime.parse(text).orElse(null);
  }

  private static @Nullable String text(JsonNode value) {
    return value.isString() ? value.stringValue() : null;
  }
}
