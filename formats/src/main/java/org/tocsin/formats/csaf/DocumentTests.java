package org.tocsin.formats.csaf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.formats.csaf.MandatoryTests.Failure;
import tools.jackson.databind.JsonNode;

/** What section 6.1 wants of languages: 6.1.12, 15 and 28. */
final class DocumentTests {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
  private static final Pattern TAG =
      Pattern.compile("([A-Za-z]{2,3})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?");

  private final JsonNode document;
  private final List<Failure> failures;

  DocumentTests(JsonNode root, List<Failure> failures) {
    this.document = root.path("document");
    this.failures = failures;
  }

  void run() {
    for (String name : List.of("lang", "source_lang")) {
      if (document.has(name) && !isLanguage(document.path(name).asString(""))) {
        failures.add(new Failure("6.1.12", "/document/" + name));
      }
    }
    boolean translator =
        document.path("publisher").path("category").asString("").equals("translator");
    if (translator && document.path("source_lang").asString("").isEmpty()) {
      failures.add(new Failure("6.1.15", "/document/source_lang"));
    }
    if (document.has("lang")
        && document.has("source_lang")
        && document
            .path("lang")
            .asString("")
            .equalsIgnoreCase(document.path("source_lang").asString(""))) {
      failures.add(new Failure("6.1.28", "/document/source_lang"));
    }
  }

  /**
   * Whether that is a tag of BCP 47 whose language, and country where it names one, exist.
   * Extensions and variants are not known here.
   */
  static boolean isLanguage(String tag) {
    var parts = TAG.matcher(tag);
    if (!parts.matches()) {
      return tag.equalsIgnoreCase("i-default");
    }
    String language = parts.group(1).toLowerCase(Locale.ROOT);
    String region = parts.group(4);
    boolean known =
        language.length() == 2 ? LANGUAGES.contains(language) : isThreeLetters(language);
    return known
        && (region == null
            || region.length() == 3
            || COUNTRIES.contains(region.toUpperCase(Locale.ROOT)));
  }

  /** ISO 639-2 names some languages by three letters that others name by two. */
  private static boolean isThreeLetters(String language) {
    return language.length() == 3
        && Arrays.stream(Locale.getAvailableLocales())
            .anyMatch(locale -> language.equals(locale.getLanguage()) || isThree(locale, language));
  }

  private static boolean isThree(Locale locale, String language) {
    try {
      return language.equals(locale.getISO3Language());
    } catch (MissingResourceException e) {
      return false;
    }
  }
}
