package org.tocsin.web.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;

/**
 * What to look for in the directory, as a request gives it; a blank one counts as missing.
 *
 * @param q words, each of which must occur in id or name
 * @param kind such as {@code focal-point}
 * @param country ISO 3166-1 alpha-2
 * @param asset an address, a block, a domain, {@code AS} and a number, or a country: finds who is
 *     responsible for it
 * @param cursor where to go on
 * @param limit how many at most, 1 to 1,000
 */
public record DirectoryParameters(
    @Nullable String q,
    @Nullable String kind,
    @Nullable String country,
    @Nullable String asset,
    @Nullable String cursor,
    @Nullable String limit) {

  /**
   * What holds of an organisation that is looked for, but for the asset.
   *
   * @throws BadParameterException where a parameter cannot be read, naming it
   */
  Predicate<Organisation> condition() {
    return inKind().and(inCountry()).and(saying());
  }

  private Predicate<Organisation> inKind() {
    String text = Given.text("kind", kind);
    if (text == null) {
      return any -> true;
    }
    try {
      OrganisationKind wanted = OrganisationKind.ofKey(text);
      return organisation -> organisation.kind() == wanted;
    } catch (IllegalArgumentException e) {
      throw new BadParameterException("kind", "'kind' must be " + e.getMessage() + ".");
    }
  }

  private Predicate<Organisation> inCountry() {
    String text = Given.text("country", country);
    return organisation -> text == null || text.equalsIgnoreCase(organisation.country());
  }

  private Predicate<Organisation> saying() {
    String text = Given.text("q", q);
    if (text == null) {
      return any -> true;
    }
    String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
    return organisation -> {
      String names = (organisation.id() + " " + organisation.name()).toLowerCase(Locale.ROOT);
      return Arrays.stream(words).allMatch(names::contains);
    };
  }

  /** The id after which the page begins; before all of them where there is no cursor. */
  String after() {
    String text = Given.text("cursor", cursor);
    if (text == null) {
      return "";
    }
    try {
      String id = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return id.isEmpty() ? id : Organisation.ref(id).id();
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(
          "cursor", "'cursor' is not one that this search has handed out.");
    }
  }

  /** What to hand in to go on after that id. */
  static String cursor(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
