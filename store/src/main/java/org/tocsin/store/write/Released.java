package org.tocsin.store.write;

import java.util.Optional;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentStix;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.release.Release;
import org.tocsin.model.warning.Warning;

/** Says what of an entity goes out to programs after a record of the journal. */
@FunctionalInterface
public interface Released {
  /** Each kind by its own rule. A kind of which something goes out is a line here. */
  Released BY_KIND =
      (revision, made) ->
          switch (revision.entity().kind()) {
            case INCIDENT -> Optional.of(IncidentStix.release(revision.as(Incident.class), made));
            case WARNING -> revision.as(Warning.class).release(made);
            case ORGANISATION, SHARING_GROUP, FEED, SUBSCRIPTION -> Optional.empty();
          };

  /** What goes out of it; empty where nothing does, or no longer. */
  Optional<Release> of(Revision revision, Journaled made);
}
