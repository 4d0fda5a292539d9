package org.tocsin.web.fake;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningState;
import org.tocsin.store.Page;
import org.tocsin.store.StoredWarning;
import org.tocsin.store.WarningQuery;
import org.tocsin.store.Warnings;

/** The warnings the journal in memory has made, behind the gate of {@link Kept}. */
final class Warned implements Warnings {
  private final Judged judged;
  private final Kept kept;

  Warned(Judged judged, Kept kept) {
    this.judged = judged;
    this.kept = kept;
  }

  @Override
  public Page<StoredWarning> search(WarningQuery query, SharingFilter filter, Instant now) {
    SharingFilter gate = kept.asked(filter);
    List<StoredWarning> found =
        all().stream()
            .filter(one -> gate.admits(one.warning().marked()))
            .filter(one -> stands(one.warning(), query.states(), now))
            .filter(one -> query.text() == null || says(one.warning(), query.text()))
            .filter(one ->
                query.severity() == null || one.warning().content().severity() == query.severity())
            .filter(one ->
                query.toAcknowledgeBy() == null
                    || one.warning().state(now) == WarningState.PUBLISHED
                        && !one.warning().isAcknowledgedBy(query.toAcknowledgeBy()))
            .filter(one ->
                query.incident() == null
                    || one.warning().content().incidents().contains(query.incident()))
            .sorted(
                Comparator.comparing((StoredWarning one) -> one.warning().changedAt()).reversed())
            .toList();
    return Kept.page(found, query.cursor(), query.limit());
  }

  private static boolean stands(Warning warning, Set<WarningState> states, Instant now) {
    return states.isEmpty() || states.contains(warning.state(now));
  }

  private static boolean says(Warning warning, String text) {
    return (warning.number() + " " + warning.content().title()).contains(text);
  }

  @Override
  public Optional<StoredWarning> find(String idOrNumber, SharingFilter filter) {
    SharingFilter gate = kept.asked(filter);
    return all().stream()
        .filter(one ->
            one.warning().id().toString().equals(idOrNumber)
                || one.warning().number().equals(idOrNumber))
        .filter(one -> gate.admits(one.warning().marked()))
        .findFirst();
  }

  private List<StoredWarning> all() {
    return judged.now.values().stream()
        .filter(revision -> revision.entity().kind() == EntityKind.WARNING)
        .filter(revision -> revision.state().has("number"))
        .map(Warned::stored)
        .toList();
  }

  private static StoredWarning stored(Revision revision) {
    return new StoredWarning(revision.as(Warning.class), revision.version());
  }
}
