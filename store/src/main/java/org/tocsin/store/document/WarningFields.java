package org.tocsin.store.document;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningAcknowledgement;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.model.warning.WorkingCopy;

/**
 * What a warning can be found by. What was published lies open to those whom its marking lets see
 * it; what is only written lies under {@code private} and {@code stage}, which nobody but the team
 * asks.
 */
final class WarningFields {
  private WarningFields() {}

  static void write(Warning warning, JsonText json) {
    json.text("number", warning.number())
        .text("standing", warning.state().key())
        .text("severity", warning.content().severity().key())
        .time("changed_at", warning.changedAt());
    warning.shownAt().ifPresent(at -> json.time("shown_at", at));
    if (warning.content().validUntil() != null) {
      json.time("valid_until", warning.content().validUntil());
    }
    marking(warning.marked(), json);
    warning.published().ifPresent(version -> published(warning, version, json));
    writing(warning, json);
  }

  private static void marking(Marked marked, JsonText json) {
    json.text("tlp", marked.tlp().name())
        .text("submitter", marked.submitter())
        .texts("organisations", marked.audience().organisations())
        .texts("groups", marked.audience().groups())
        .texts("persons", marked.audience().persons());
  }

  private static void published(Warning warning, WarningVersion version, JsonText json) {
    json.texts("text", words(version.content()))
        .texts(
            "acknowledged_by",
            warning.acknowledgements().stream()
                .filter(one -> one.version() == version.number())
                .map(WarningAcknowledgement::by)
                .toList());
  }

  private static void writing(Warning warning, JsonText json) {
    WorkingCopy working = warning.working();
    if (working != null) {
      json.text("stage", working.inReview() ? "in-review" : "draft");
    }
    WarningContent last = working == null ? warning.content() : working.content();
    json.object(
        "private",
        () -> {
          if (working != null) {
            json.texts("text", words(last));
          }
          json.texts("incidents", last.incidents().stream().map(UUID::toString).toList());
        });
  }

  private static List<String> words(WarningContent content) {
    List<String> words = new ArrayList<>(List.of(content.title(), content.summary()));
    Advice advice = content.advice();
    for (String text :
        new String[] {
          advice.citizens(),
          advice.businesses(),
          advice.governments(),
          advice.internationalOrganisations()
        }) {
      if (text != null) {
        words.add(text);
      }
    }
    words.addAll(content.products());
    words.addAll(content.cves());
    content.observables().stream().map(Observable::value).forEach(words::add);
    return words;
  }
}
