package org.tocsin.triage.correlate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.model.incident.Answer;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;
import org.tocsin.store.Decisions;
import org.tocsin.store.Exchanges;

/**
 * Where exchanges of mails meet: a program that answers may name only the mail it answers, or some
 * other one first, and so seem to begin an exchange of its own.
 */
final class Met {
  static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

  private final Exchanges exchanges;
  private final Decisions decisions;

  Met(Exchanges exchanges, Decisions decisions) {
    this.exchanges = exchanges;
    this.decisions = decisions;
  }

  /** The incidents of other exchanges that name a mail which these name. */
  Set<UUID> others(UUID own, Collection<Answer> answers) {
    Set<String> mails =
        answers.stream().flatMap(answer -> answer.mails().stream()).collect(Collectors.toSet());
    return mails.isEmpty()
        ? Set.of()
        : exchanges.naming(mails).stream()
            .filter(other -> !other.equals(own))
            .collect(Collectors.toSet());
  }

  /** What those that are there are part of in the end, themselves for the most part. */
  List<UUID> wholes(Collection<UUID> some) {
    Map<EntityRef, Revision> there = decisions.now(some.stream().map(Incident::ref).toList());
    return there.values().stream()
        .map(revision -> revision.as(Incident.class))
        .map(incident -> Objects.requireNonNullElse(incident.mergedInto(), incident.id()))
        .distinct()
        .sorted(ORDER)
        .toList();
  }
}
