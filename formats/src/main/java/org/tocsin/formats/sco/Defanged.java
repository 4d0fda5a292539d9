package org.tocsin.formats.sco;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Indicators as people write them so that nobody follows them by accident: {@code hxxp://}, {@code
 * example[.]org}, {@code user[at]example[.]org}.
 */
public final class Defanged {
  private static final String[][] SPELLINGS = {
    {"[.]", "."},
    {"(.)", "."},
    {"{.}", "."},
    {"[.", "."},
    {".]", "."},
    {"[dot]", "."},
    {"(dot)", "."},
    {"[:]", ":"},
    {"[://]", "://"},
    {"[/]", "/"},
    {"[@]", "@"},
    {"[at]", "@"},
    {"(at)", "@"},
    {"\\.", "."},
  };

  private Defanged() {}

  /** The indicator as it was before; a text that was not defanged is given back as it is. */
  public static String restore(String text) {
    String plain = text;
    if (hasBracket(plain)) {
      for (String[] spelling : SPELLINGS) {
        plain = replace(plain, spelling[0], spelling[1]);
      }
    }
    return scheme(plain);
  }

  /** An IPv6 address in a URL has brackets too, but no dots beside them. */
  private static boolean hasBracket(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[' || c == '(' || c == '{' || c == '\\') {
        return true;
      }
    }
    return text.contains(".]");
  }

  private static String replace(String text, String spelling, String plain) {
    if (text.contains(spelling)) {
      return text.replace(spelling, plain);
    }
    boolean word = spelling.length() > 3;
    return word && text.toLowerCase(Locale.ROOT).contains(spelling)
        ? text.replaceAll("(?i)" + Pattern.quote(spelling), plain)
        : text;
  }

  private static String scheme(String text) {
    int end = text.indexOf("://");
    if (end < 3 || end > 5) {
      return text;
    }
    String scheme = text.substring(0, end).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "hxxp", "hxtp", "htxp" -> "http" + text.substring(end);
      case "hxxps", "hxtps", "htxps" -> "https" + text.substring(end);
      case "fxp" -> "ftp" + text.substring(end);
      default -> text;
    };
  }
}
