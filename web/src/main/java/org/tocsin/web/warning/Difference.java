package org.tocsin.web.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.WarningContent;

/** What is different between two contents, field by field, for people to read. */
public final class Difference {
  private Difference() {}

  /**
   * A field that is not the same.
   *
   * @param field its name in requests and answers
   * @param label its name on pages
   * @param before what it held, empty where nothing
   * @param after what it holds, empty where nothing
   * @param pieces the two laid over each other
   */
  public record Change(
      String field, String label, String before, String after, List<WordDifference.Piece> pieces) {
    public Change {
      pieces = List.copyOf(pieces);
    }
  }

  /** What changed from the one to the other, in the order a warning is read. */
  public static List<Change> between(WarningContent one, WarningContent other) {
    Map<String, String> before = fields(one);
    List<Change> changes = new ArrayList<>();
    fields(other)
        .forEach((name, after) -> {
          String earlier = before.getOrDefault(name, "");
          if (!earlier.equals(after)) {
            String[] names = name.split("\\|", 2);
            changes.add(
                new Change(
                    names[0], names[1], earlier, after, WordDifference.between(earlier, after)));
          }
        });
    return changes;
  }

  private static Map<String, String> fields(WarningContent content) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("title|Title", content.title());
    all.put("tlp|Level", content.tlp().label());
    all.put("severity|Severity", content.severity().key());
    all.put("type|What kind", text(content.type()));
    all.put("summary|Summary", content.summary());
    Advice advice = content.advice();
    all.put("advice.citizens|For citizens", text(advice.citizens()));
    all.put("advice.businesses|For businesses", text(advice.businesses()));
    all.put("advice.governments|For governments", text(advice.governments()));
    all.put(
        "advice.internationalOrganisations|For international organisations",
        text(advice.internationalOrganisations()));
    all.put(
        "observables|Look for",
        lines(content.observables().stream().map(Difference::line).toList()));
    all.put("cves|Vulnerabilities", lines(content.cves()));
    all.put("products|Affected products", lines(content.products()));
    all.put("references|Read more", lines(content.references()));
    all.put("audience.organisations|Organisations", lines(content.audience().organisations()));
    all.put("audience.groups|Sharing groups", lines(content.audience().groups()));
    all.put("audience.persons|Persons", lines(content.audience().persons()));
    all.put("validFrom|Holds from", time(content.validFrom()));
    all.put("validUntil|Holds until", time(content.validUntil()));
    all.put("languages|Languages", lines(content.languages()));
    return all;
  }

  private static String line(Observable observable) {
    return observable.type() + " " + observable.value();
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "" : time.toString();
  }
}
