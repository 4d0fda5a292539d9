package org.tocsin.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.incident.Opening;
import org.tocsin.web.incident.Happening;
import org.tocsin.web.incident.Happening.Decided;
import org.tocsin.web.incident.Happening.Observed;
import tools.jackson.databind.JsonNode;

/**
 * Something in the life of an incident, as its page shows it.
 *
 * @param kind {@code observed}, {@code said} or {@code decided}, for its looks
 * @param what what happened, in words
 * @param who who did it, null where nobody did or the reader may not know
 * @param words what they said, null where they said nothing
 * @param detail more about it; empty where there is none
 * @param receipts submissions it came in
 */
record LifeCard(
    String kind,
    Moment at,
    String what,
    @Nullable String who,
    @Nullable String words,
    String detail,
    List<UUID> receipts) {

  static LifeCard of(Happening happening) {
    return switch (happening) {
      case Observed observed -> observed(observed);
      case Decided decided -> decided(decided);
    };
  }

  private static LifeCard observed(Observed observed) {
    String count = Figure.count(observed.count());
    return new LifeCard(
        "observed",
        Moment.seconds(observed.at()),
        (observed.all() ? "" : "the last ")
            + count
            + (observed.count() == 1 ? " observation of " : " observations of ")
            + observed.provider(),
        null,
        null,
        "happened "
            + Moment.minutes(observed.firstObserved()).text()
            + " to "
            + Moment.minutes(observed.lastObserved()).text()
            + ", collected "
            + Moment.minutes(observed.firstCollected()).text()
            + " to "
            + Moment.minutes(observed.lastCollected()).text(),
        observed.receipts());
  }

  private static LifeCard decided(Decided decided) {
    String who = decided.actor();
    boolean said = IncidentAction.COMMENT.key().equals(decided.action());
    boolean message =
        IncidentAction.MESSAGE.key().equals(decided.action())
            || IncidentAction.ATTACH.key().equals(decided.action());
    return new LifeCard(
        message ? "message" : said ? "said" : "decided",
        Moment.seconds(decided.at()),
        what(decided),
        who == null || decided.organisation() == null ? who : who + ", " + decided.organisation(),
        decided.words(),
        "",
        List.of());
  }

  private static String what(Decided decided) {
    if (decided.of() != null) {
      return "changed with another incident (" + decided.action() + ")";
    }
    if (decided.action().equals(Opening.ACTION)) {
      return "opened";
    }
    return IncidentAction.ofKey(decided.action())
        .map(action -> what(action, decided))
        .orElse(decided.action());
  }

  private static String what(IncidentAction action, Decided decided) {
    return switch (action) {
      case CREATE -> "reported";
      case ACKNOWLEDGE -> "acknowledged";
      case ASSIGN -> text(decided, "assignee", "assigned to nobody", "assigned to ");
      case INVESTIGATE -> "under investigation";
      case WAIT -> "waiting";
      case CLASSIFY ->
          "classified as " + RsitWords.of(decided.details().path("type").asString("-"));
      case SET_SEVERITY -> text(decided, "severity", "severity changed", "severity set to ");
      case COMMENT -> "comment";
      case MESSAGE -> message(decided);
      case ATTACH -> attachment(decided);
      case ADD_OBSERVABLE -> "observable added" + observable(decided);
      case LINK -> "linked";
      case UNLINK -> "link removed";
      case MERGE -> "merged with " + size(decided, "incidents", "incident");
      case UNMERGE -> "an incident taken out again";
      case SPLIT -> size(decided, "observations", "observation") + " moved into a new incident";
      case NOTIFY -> "made known to " + named(decided);
      case ESCALATE -> "escalated";
      case RESOLVE -> "resolved";
      case DISMISS -> "dismissed";
      case CLOSE -> "closed";
      case REOPEN -> "reopened";
    };
  }

  private static String message(Decided decided) {
    String from = decided.details().path("from").asString("");
    return from.isBlank()
        ? text(decided, "to", "message to the team", "message to ")
        : "message from " + from;
  }

  private static String attachment(Decided decided) {
    JsonNode details = decided.details();
    String to = details.path("to").asString("");
    String from = details.path("from").asString("");
    return "file "
        + details.path("name").asString("")
        + ", "
        + Figure.size(details.path("size").asLong(0))
        + (to.isBlank() ? "" : ", to " + to)
        + (from.isBlank() ? "" : ", from " + from);
  }

  private static String text(Decided decided, String name, String otherwise, String before) {
    String text = decided.details().path(name).asString("");
    return text.isBlank() ? otherwise : before + text;
  }

  private static String observable(Decided decided) {
    JsonNode observable = decided.details().path("observable");
    String value = observable.path("value").asString("");
    return value.isBlank() ? "" : ": " + value;
  }

  private static String size(Decided decided, String name, String noun) {
    int size = decided.details().path(name).size();
    return size + " " + noun + (size == 1 ? "" : "s");
  }

  private static String named(Decided decided) {
    List<String> names = new ArrayList<>();
    for (String list : List.of("organisations", "groups", "persons")) {
      decided.details().path(list).forEach(one -> names.add(one.asString("")));
    }
    return String.join(", ", names);
  }
}
