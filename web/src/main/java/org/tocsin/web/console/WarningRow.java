package org.tocsin.web.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.model.warning.WorkingCopy;
import org.tocsin.web.warning.SeenWarning;

/**
 * A warning in a list.
 *
 * @param state its key
 * @param words its state in words
 * @param kind what it warns of, null where no type fits
 * @param writing what the team is at with a published one, null where nothing
 * @param when when it was last shown to readers, or for what only the team sees, changed
 * @param toAcknowledge whether the reader has still to acknowledge it
 * @param seenBy how many acknowledged what is published; null but for the team
 */
record WarningRow(
    String number,
    String title,
    ObservationCard.Level level,
    String severity,
    String severityWords,
    String state,
    String words,
    @Nullable String kind,
    @Nullable String writing,
    Moment when,
    boolean toAcknowledge,
    @Nullable Long seenBy) {
  static WarningRow of(SeenWarning seen) {
    Warning warning = seen.warning();
    WarningContent content = warning.content();
    Instant when = warning.shownAt().orElse(warning.changedAt());
    return new WarningRow(
        warning.number(),
        content.title(),
        ObservationCard.Level.of(content.tlp()),
        content.severity().key(),
        RsitWords.of(content.severity().key()),
        seen.state().key(),
        RsitWords.of(seen.state().key()),
        content.rsit().map((Rsit rsit) -> RsitWords.of(rsit)).orElse(null),
        writing(warning),
        Moment.minutes(when),
        seen.toAcknowledge() && !seen.whole(),
        seen.whole() ? seenBy(warning) : null);
  }

  private static @Nullable String writing(Warning warning) {
    WorkingCopy working = warning.working();
    if (working == null || warning.published().isEmpty()) {
      return null;
    }
    return working.inReview() ? "update in review" : "update being written";
  }

  private static @Nullable Long seenBy(Warning warning) {
    return warning
        .published()
        .map(WarningVersion::number)
        .map(number ->
            warning.acknowledgements().stream().filter(one -> one.version() == number).count())
        .orElse(null);
  }
}
