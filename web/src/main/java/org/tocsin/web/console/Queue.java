package org.tocsin.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.incident.IncidentParameters;

/**
 * A part of the queue as pages show it. An open incident that another open one continues has no row
 * of its own.
 *
 * @param rows the rows
 * @param query the query string of what was looked for, without its place
 * @param next the query string of the part after this one, null where there is none
 * @param seen another one whenever something in the rows is
 */
record Queue(List<IncidentRow> rows, String query, @Nullable String next, String seen) {
  private static final int MOST_CARRIED = 60;

  /**
   * Makes it of a page of incidents.
   *
   * @param continued what is known to be continued by an incident of a part before this one
   */
  static Queue of(
      Page<StoredIncident> page,
      Set<UUID> continued,
      IncidentParameters given,
      Reader reader,
      Instant now) {
    Set<UUID> hidden = new HashSet<>(continued);
    page.items().forEach(one -> previous(one.incident(), hidden));
    List<IncidentRow> rows = new ArrayList<>();
    Set<UUID> here = new HashSet<>();
    for (StoredIncident one : page.items()) {
      here.add(one.incident().id());
      if (!one.incident().state().isOpen() || !hidden.contains(one.incident().id())) {
        rows.add(IncidentRow.of(one, reader, now));
      }
    }
    hidden.removeAll(here);
    String query = query(given);
    return new Queue(
        rows,
        query,
        page.more() ? next(query, page.cursor(), hidden) : null,
        Integer.toHexString(rows.hashCode()));
  }

  private static void previous(Incident incident, Set<UUID> hidden) {
    if (incident.state().isOpen() && incident.episode() != null) {
      hidden.add(incident.episode().previous());
    }
  }

  private static String next(String query, String cursor, Set<UUID> hidden) {
    Map<String, String> place = new LinkedHashMap<>();
    place.put("cursor", cursor);
    if (!hidden.isEmpty()) {
      place.put(
          "continued",
          String.join(
              ",", hidden.stream().map(UUID::toString).sorted().limit(MOST_CARRIED).toList()));
    }
    String where = Condition.query(place);
    return query.isEmpty() ? where : query + "&" + where;
  }

  private static String query(IncidentParameters given) {
    Map<String, String> values = new LinkedHashMap<>();
    Condition.put(values, "queue", given.queue());
    Condition.put(values, "state", given.state() == null ? null : String.join(",", given.state()));
    Condition.put(values, "assignee", given.assignee());
    Condition.put(values, "severity", given.severity());
    Condition.put(values, "escalated", given.escalated());
    Condition.put(values, "country", given.country());
    Condition.put(values, "type", given.type());
    Condition.put(values, "q", given.q());
    Condition.put(values, "limit", given.limit());
    return Condition.query(values);
  }
}
