package org.tocsin.model.subscription;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.CountryCode;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Field;
import org.tocsin.model.rsit.Rsit;

/**
 * What somebody wants to hear of. All conditions must hold; of a list, one of its values. A
 * condition that is missing, or an empty list, asks for nothing.
 *
 * @param about warnings, observations or both, in that order
 * @param types RSIT classifications such as {@code malicious-code}, or types within theirs such as
 *     {@code malicious-code.c2-server}
 * @param atLeast how bad it must be, of an observation what its type usually is; null where any is
 *     wanted
 * @param confidence how sure whoever observed it must be, 0 to 100, null where that does not
 *     matter; not asked of warnings, which two people stand for
 * @param countries ISO 3166-1 alpha-2, in capital letters; not asked of warnings, which name none
 * @param ownAssets whether it must be addressed to the owner's organisation or a group of it, or
 *     tell of the part of the net that one serves
 * @param sectors ids of organisations or sharing groups it must be addressed to. For the team and
 *     for that organisation's own people, also whose part of the net it may tell of
 * @param products CPE or package URL, whole or the beginning up to the end of one of its parts; or
 *     words, which must all be in the name of one product; or a CVE
 * @param pattern a {@link SimplePattern} of what it must hold, null where anything will do
 */
public record SubscriptionFilter(
    List<What> about,
    List<String> types,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        @Nullable Severity atLeast,
    @Nullable Integer confidence,
    List<String> countries,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean ownAssets,
    List<String> sectors,
    List<String> products,
    @Nullable String pattern) {
  /** All warnings. */
  public static final SubscriptionFilter WARNINGS =
      new SubscriptionFilter(
          List.of(What.WARNINGS),
          List.of(),
          null,
          null,
          List.of(),
          false,
          List.of(),
          List.of(),
          null);

  private static final int MOST = 100;
  private static final int MOST_COUNTRIES = 300;
  private static final int LONGEST_PRODUCT = 300;
  private static final int LONGEST_PATTERN = 4_000;
  private static final int SUREST = 100;
  private static final Set<String> COUNTRIES =
      Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

  /** Throws IllegalArgumentException, naming the field, for what cannot be asked for. */
  public SubscriptionFilter {
    about = about(about);
    types = all("types", types, MOST, SubscriptionFilter::type);
    if (confidence != null && (confidence < 0 || confidence > SUREST)) {
      throw Field.bad("filter.confidence", "0 to 100");
    }
    countries = all("countries", countries, MOST_COUNTRIES, SubscriptionFilter::country);
    sectors = all("sectors", sectors, MOST, SubscriptionFilter::sector);
    products = all("products", products, MOST, SubscriptionFilter::product);
    pattern = Field.optional("filter.pattern", pattern, LONGEST_PATTERN);
    if (pattern != null) {
      SimplePattern.parse(pattern);
    }
  }

  /** Its pattern, read; null where there is none. */
  public @Nullable SimplePattern readPattern() {
    return pattern == null ? null : SimplePattern.parse(pattern);
  }

  private static List<What> about(@Nullable List<What> given) {
    List<What> about = Field.list("filter.about", given, What.values().length);
    if (about.isEmpty()) {
      throw Field.bad("filter.about", "warnings, observations or both");
    }
    return List.copyOf(EnumSet.copyOf(about));
  }

  private static List<String> all(
      String name, @Nullable List<String> given, int most, UnaryOperator<String> read) {
    String field = "filter." + name;
    List<String> all = new ArrayList<>();
    for (String one : Field.list(field, given, most)) {
      all.add(read.apply(Field.text(field, one, LONGEST_PRODUCT)));
    }
    return all.stream().distinct().sorted().toList();
  }

  /** Types have their classification before them, since two of them are called as one of those. */
  private static String type(String given) {
    String text = given.toLowerCase(Locale.ROOT);
    boolean classification =
        Arrays.stream(Rsit.values()).anyMatch(type -> type.classification().equals(text));
    if (classification) {
      return text;
    }
    return Arrays.stream(Rsit.values())
        .filter(type -> text.equals(type.type()) || text.equals(dotted(type)))
        .findFirst()
        .map(SubscriptionFilter::dotted)
        .orElseThrow(() ->
            Field.bad("filter.types", "'" + given + "' is no classification or type of RSIT"));
  }

  /** The type with its classification before it. */
  static String dotted(Rsit type) {
    return type.classification() + "." + type.type();
  }

  private static String country(String given) {
    try {
      String code = CountryCode.parse(given).code();
      if (COUNTRIES.contains(code)) {
        return code;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for two letters that are no country.
    }
    throw Field.bad("filter.countries", "'" + given + "' is no country of ISO 3166-1 alpha-2");
  }

  private static String sector(String given) {
    try {
      return Organisation.ref(given).id();
    } catch (IllegalArgumentException e) {
      throw Field.bad("filter.sectors", "'" + given + "' is no id of an organisation or group");
    }
  }

  private static String product(String given) {
    if (ProductName.of(given).words().isEmpty()) {
      throw Field.bad("filter.products", "'" + given + "' holds no letter and no digit");
    }
    return given;
  }
}
