package org.tocsin.web.incident;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.IncidentQuery;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;

/**
 * Which incidents to look for, as a request gives it; a blank one counts as missing.
 *
 * @param queue {@code feeds} or {@code reports}
 * @param state where they stand: several with commas between, or given several times; {@code open}
 *     stands for all in which something is still to be done
 * @param assignee user name; {@code me}, or {@code none} for those nobody works on; for the team
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param escalated {@code true} for those the lead was asked to look at; for the team
 * @param country ISO 3166-1 alpha-2
 * @param type RSIT type or classification
 * @param q words of the title, the number, an address, a domain or the number of an autonomous
 *     system, all of which must occur
 * @param cursor where to go on
 * @param limit how many at most, 1 to 1,000
 */
public record IncidentParameters(
    @Nullable String queue,
    @Nullable List<String> state,
    @Nullable String assignee,
    @Nullable String severity,
    @Nullable String escalated,
    @Nullable String country,
    @Nullable String type,
    @Nullable String q,
    @Nullable String cursor,
    @Nullable String limit) {
  /** All states in which something is still to be done. */
  public static final String OPEN = "open";

  private static final Pattern COUNTRY = Pattern.compile("(?i)[a-z]{2}");

  /**
   * The query these stand for.
   *
   * @throws BadParameterException where one cannot be read, naming it, and where somebody who is
   *     not of the team asks for what is only theirs to see
   */
  IncidentQuery query(int usualLimit, Reader reader) {
    return new IncidentQuery(
        theQueue(),
        states(),
        teams("assignee", assignee, reader) ? who(reader) : null,
        theSeverity(),
        teams("escalated", escalated, reader) && isTrue(),
        theCountry(),
        theType(),
        Given.text("q", q),
        Given.text("cursor", cursor),
        Given.limit(limit, usualLimit));
  }

  private static boolean teams(String parameter, @Nullable String value, Reader reader) {
    if (Given.text(parameter, value) == null) {
      return false;
    }
    if (!reader.isStaff()) {
      throw new BadParameterException(
          parameter, "'" + parameter + "' can be looked for by the node's team alone.");
    }
    return true;
  }

  private @Nullable String who(Reader reader) {
    String text = Given.text("assignee", assignee);
    return switch (text) {
      case null -> null;
      case "me" -> reader.name();
      case "none" -> "";
      default -> text;
    };
  }

  private boolean isTrue() {
    String text = lower("escalated", escalated);
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case null, default -> throw bad("escalated", "true or false");
    };
  }

  private @Nullable String theQueue() {
    String text = lower("queue", queue);
    if (text == null || text.equals(Incident.FEEDS) || text.equals(Incident.REPORTS)) {
      return text;
    }
    throw bad("queue", "'feeds' or 'reports'");
  }

  /** The states asked for; none where all are. */
  private Set<IncidentState> states() {
    Set<IncidentState> states = EnumSet.noneOf(IncidentState.class);
    if (state != null) {
      state.stream()
          .flatMap(some -> Arrays.stream(some.split(",")))
          .map(one -> one.strip().toLowerCase(Locale.ROOT))
          .filter(one -> !one.isEmpty())
          .forEach(one -> states.addAll(states(one)));
    }
    return states;
  }

  private static Set<IncidentState> states(String key) {
    if (key.equals(OPEN)) {
      Set<IncidentState> open = EnumSet.allOf(IncidentState.class);
      open.removeIf(state -> !state.isOpen());
      return open;
    }
    return Set.of(
        IncidentState.ofKey(key)
            .orElseThrow(() ->
                bad(
                    "state",
                    "open, new, acknowledged, investigating, waiting, resolved, closed, dismissed"
                        + " or merged")));
  }

  private @Nullable Severity theSeverity() {
    String text = lower("severity", severity);
    return text == null
        ? null
        : Severity.ofKey(text).orElseThrow(() -> bad("severity", "low, medium, high or critical"));
  }

  private @Nullable String theCountry() {
    String text = Given.text("country", country);
    if (text == null) {
      return null;
    }
    if (COUNTRY.matcher(text).matches()) {
      return text.toUpperCase(Locale.ROOT);
    }
    throw bad("country", "a country code of two letters (ISO 3166-1), such as SE");
  }

  private @Nullable String theType() {
    String text = lower("type", type);
    if (text == null
        || Arrays.stream(Rsit.values())
            .anyMatch(rsit -> rsit.type().equals(text) || rsit.classification().equals(text))) {
      return text;
    }
    throw bad("type", "a type or classification of RSIT, such as c2-server or malicious-code");
  }

  private static @Nullable String lower(String parameter, @Nullable String value) {
    String text = Given.text(parameter, value);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static BadParameterException bad(String parameter, String shouldBe) {
    return new BadParameterException(parameter, "'" + parameter + "' must be " + shouldBe + ".");
  }
}
