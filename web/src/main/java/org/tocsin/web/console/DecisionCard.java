package org.tocsin.web.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;

/**
 * A command of the journal, and what became of it, as pages show it.
 *
 * @param offset its place in the journal
 * @param at when it was journalled
 * @param actor who gave it
 * @param organisation whom they spoke for, null for the node itself
 * @param action what was to be done
 * @param entity what it is about, kind and id
 * @param version the entity's version after it; empty where it changed nothing
 * @param verdict {@code applied}, {@code conflict} or {@code refused}
 * @param reason why it was not carried out, null where it was
 * @param details what the action was told, as indented JSON
 */
record DecisionCard(
    long offset,
    Moment at,
    String actor,
    @Nullable String organisation,
    String action,
    String entity,
    String version,
    String verdict,
    @Nullable String reason,
    List<JsonText.Part> details) {

  static DecisionCard of(Decision decision) {
    Command command = decision.made().command();
    return new DecisionCard(
        decision.made().offset(),
        Moment.seconds(decision.made().at()),
        command.by().name(),
        command.by().organisation(),
        command.action(),
        command.entity().toString(),
        decision.revision().map(revision -> Figure.count(revision.version())).orElse(""),
        decision.verdict().name().toLowerCase(Locale.ROOT),
        decision.reason(),
        JsonText.of(command.details()));
  }
}
