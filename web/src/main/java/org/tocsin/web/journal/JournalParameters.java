package org.tocsin.web.journal;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.store.DecisionQuery;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.parameter.Times;
import org.tocsin.web.problem.BadParameterException;

/**
 * What to look for in the journal, as a request gives it; a blank one counts as missing.
 *
 * @param entity kind and id with a slash between, such as {@code warning/0b9d6a54-...}
 * @param actor who gave the command
 * @param from earliest time it was journalled
 * @param to latest time it was journalled, exclusive
 * @param cursor where to go on
 * @param limit how many at most, 1 to 1,000
 */
public record JournalParameters(
    @Nullable String entity,
    @Nullable String actor,
    @Nullable String from,
    @Nullable String to,
    @Nullable String cursor,
    @Nullable String limit) {

  /**
   * The question these stand for, the newest first.
   *
   * @throws BadParameterException where one cannot be read, naming it
   */
  public DecisionQuery query(int usualLimit) {
    return new DecisionQuery(
        about(),
        Given.text("actor", actor),
        Times.parse("from", from),
        Times.parse("to", to),
        true,
        Given.text("cursor", cursor),
        Given.limit(limit, usualLimit));
  }

  private @Nullable EntityRef about() {
    String text = Given.text("entity", entity);
    if (text == null) {
      return null;
    }
    try {
      return EntityRef.of(text);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(
          "entity", "'entity' must be a kind and an id with a slash between.");
    }
  }
}
