package org.tocsin.model.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.tlp.Tlp;

/**
 * What happens to an incident of mails whose subject names the number of another. Anybody can write
 * any number: it becomes a part of that incident, which the team can take off again, or a link
 * where it would close an incident to those who work on it, or be overlooked.
 */
final class Joining {
  private Joining() {}

  static Set<EntityRef> looksAt(Opening opening) {
    Set<EntityRef> refs = new HashSet<>();
    refs.add(Incident.ref(opening.episode().previous()));
    @Nullable UUID joins = joins(opening);
    if (joins != null) {
      refs.add(Incident.ref(joins));
    }
    return refs;
  }

  static List<Entity> join(Opening opening, Incident opened, Before before) {
    @Nullable UUID joins = joins(opening);
    Optional<Incident> named =
        joins == null || joins.equals(opened.id())
            ? Optional.empty()
            : before
                .find(Incident.ref(joins), Incident.class)
                .filter(incident -> incident.state() != IncidentState.MERGED);
    return named.map(incident -> join(opened, incident)).orElse(List.of(opened));
  }

  private static List<Entity> join(Incident opened, Incident named) {
    boolean room = named.merged().size() < Merging.MOST_PARTS;
    if (named.state().isOpen() && room && isNoStricter(opened.tlp(), named.tlp())) {
      return List.of(
          Revised.of(opened).state(IncidentState.MERGED).mergedInto(named.id()).incident(),
          Revised.of(named).merge(opened).incident());
    }
    return named.links().size() >= Relating.MOST_LINKS
        ? List.of(opened)
        : List.of(
            Revised.of(opened).link(named.id()).incident(),
            Revised.of(named).link(opened.id()).incident());
  }

  /** What is stricter than mail is anyway closes an incident to those it was made known to. */
  private static boolean isNoStricter(Tlp mail, Tlp incident) {
    return Tlp.stricter(mail, Tlp.AMBER) == Tlp.AMBER || Tlp.stricter(mail, incident) == incident;
  }

  private static @Nullable UUID joins(Opening opening) {
    return opening.written() == null ? null : opening.written().joins();
  }
}
