package org.tocsin.formats.iodef;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.record.RsitTable;
import org.tocsin.model.rsit.Rsit;

/** What an incident did, as its assessment says; the table is {@code impacts.tsv}. */
final class Impacts {
  private static final RsitTable TABLE = RsitTable.beside(Impacts.class, "impacts.tsv");
  private static final Set<String> NAMES =
      Set.of("Impact", "SystemImpact", "BusinessImpact", "IntendedImpact");

  private Impacts() {}

  /** The kind of impact in the incident's own words; null where it names none. */
  static @Nullable String type(Element incident) {
    for (Element impact : impacts(incident)) {
      String type = impact.attribute("type");
      if (type != null) {
        return type.equals("ext-value") ? impact.attribute("ext-type") : type;
      }
    }
    return null;
  }

  /** What kind of incident it is; null where it does not say. */
  static @Nullable Rsit rsit(Element incident) {
    if (!incident.descendants(Set.of("PhraudReport"), Set.of()).isEmpty()) {
      return Rsit.PHISHING;
    }
    for (Element impact : impacts(incident)) {
      Optional<Rsit> type = TABLE.find(impact.attribute("type"));
      if (type.isPresent()) {
        boolean failed = "failed".equals(impact.attribute("completion"));
        return failed && isCompromise(type.get()) ? Rsit.EXPLOIT : type.get();
      }
    }
    return null;
  }

  /** How sure the assessment is of itself; null where it does not say. */
  static @Nullable Integer confidence(Element incident) {
    for (Element sure : incident.descendants(Set.of("Confidence"), Set.of())) {
      Integer percent = percent(sure);
      if (percent != null) {
        return percent;
      }
    }
    return null;
  }

  private static List<Element> impacts(Element incident) {
    return incident.descendants(NAMES, Set.of("Contact", "Contacts"));
  }

  /** An attempt at one that failed. */
  private static boolean isCompromise(Rsit type) {
    return type.classification().equals("intrusions");
  }

  /** The three words on the scale of STIX 2.1 appendix A. */
  private static @Nullable Integer percent(Element sure) {
    return switch (String.valueOf(sure.attribute("rating"))) {
      case "low" -> 15;
      case "medium" -> 50;
      case "high" -> 85;
      case "numeric" ->
          sure.text().matches("[0-9]{1,3}(\\.[0-9]{1,9})?")
              ? Integer.valueOf((int) Double.parseDouble(sure.text()))
              : null;
      default -> null;
    };
  }
}
