package org.tocsin.store.index;

import java.util.Locale;
import org.tocsin.model.journal.EntityKind;

/** The views made of reports and of the journal. Each is read through an alias of its name. */
public enum View {
  /** Observations, by month, with three indices beside the months. */
  OBSERVATIONS,
  /** Every version of every object that arrived as STIX. */
  OBJECTS,
  /** The last version of each of those objects. */
  CURRENT,
  /** What became of each raw record. */
  OUTCOMES,
  /** The submissions. */
  SUBMISSIONS,
  /** What became of each command of the journal, with the entities it changed. */
  DECISIONS,
  /** The organisations of the directory. */
  ORGANISATIONS,
  /** The sharing groups. */
  GROUPS,
  /** The incidents. */
  INCIDENTS,
  /** The warnings. */
  WARNINGS,
  /** What was decided about feeds. */
  FEEDS,
  /** What people and machines want to hear of. */
  SUBSCRIPTIONS,
  /** Every version of what was released of incidents and warnings. */
  RELEASES,
  /** The last version of each of those. */
  LATEST,
  /** What became of each delivery. */
  DELIVERIES;

  /** The view that holds entities of that kind. */
  public static View of(EntityKind kind) {
    return switch (kind) {
      case ORGANISATION -> ORGANISATIONS;
      case SHARING_GROUP -> GROUPS;
      case INCIDENT -> INCIDENTS;
      case WARNING -> WARNINGS;
      case FEED -> FEEDS;
      case SUBSCRIPTION -> SUBSCRIPTIONS;
    };
  }

  /** The view's name in names of indices and aliases. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
