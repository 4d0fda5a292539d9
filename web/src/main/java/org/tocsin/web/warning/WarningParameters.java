package org.tocsin.web.warning;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.WarningState;
import org.tocsin.store.WarningQuery;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;

/**
 * Which warnings to look for, as a request gives it; a blank one counts as missing.
 *
 * @param q words, or the number
 * @param state where they stand; several with commas between
 * @param severity such as {@code high}
 * @param mine {@code true} for those the reader has still to acknowledge
 * @param incident id of an incident they come of; finds nothing but for the team
 * @param cursor where to go on
 * @param limit how many at most, 1 to 1,000
 */
public record WarningParameters(
    @Nullable String q,
    @Nullable String state,
    @Nullable String severity,
    @Nullable String mine,
    @Nullable String incident,
    @Nullable String cursor,
    @Nullable String limit) {
  /** Everything there is. */
  public static final WarningParameters ALL =
      new WarningParameters(null, null, null, null, null, null, null);

  /**
   * What is looked for.
   *
   * @throws BadParameterException where a parameter cannot be read, naming it
   */
  WarningQuery query(int usualLimit, Reader reader) {
    return new WarningQuery(
        states(),
        wantedSeverity(),
        Given.text("q", q),
        "true".equals(Given.text("mine", mine)) ? reader.name() : null,
        Given.uuid("incident", incident),
        Given.text("cursor", cursor),
        Given.limit(limit, usualLimit));
  }

  private Set<WarningState> states() {
    Set<WarningState> states = EnumSet.noneOf(WarningState.class);
    String text = Given.text("state", state);
    if (text != null) {
      for (String key : text.split(",")) {
        states.add(
            WarningState.ofKey(key.strip())
                .orElseThrow(() -> oneOf("state", WarningState.values())));
      }
    }
    return states;
  }

  private @Nullable Severity wantedSeverity() {
    String text = Given.text("severity", severity);
    return text == null
        ? null
        : Severity.ofKey(text).orElseThrow(() -> oneOf("severity", Severity.values()));
  }

  private static BadParameterException oneOf(String parameter, Enum<?>[] values) {
    String keys =
        Arrays.stream(values)
            .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", "));
    return new BadParameterException(parameter, "'" + parameter + "' must be one of " + keys + ".");
  }
}
