package org.tocsin.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Severity;

/**
 * Which incidents to look for; null, or an empty set, means no such condition, and all given ones
 * must hold.
 *
 * @param queue the queue they are in
 * @param states where they stand
 * @param assignee who works on them; an empty text for those nobody works on
 * @param severity how bad they are
 * @param escalated only those the lead was asked to look at
 * @param country ISO 3166-1 alpha-2
 * @param type RSIT type or classification
 * @param text words of the title, the number, or an address, a domain or a number of an autonomous
 *     system; an incident must hold each of them
 * @param cursor where to go on, null for the newest
 * @param limit how many at most, 1 to 1,000
 */
public record IncidentQuery(
    @Nullable String queue,
    Set<IncidentState> states,
    @Nullable String assignee,
    @Nullable Severity severity,
    boolean escalated,
    @Nullable String country,
    @Nullable String type,
    @Nullable String text,
    @Nullable String cursor,
    int limit) {
  public IncidentQuery {
    states = Set.copyOf(states);
  }
}
