package org.tocsin.formats.stix20;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns of STIX 2.0 (part 5 there) as STIX 2.1 section 9 writes them: times are literals of
 * their own, and some properties have other names.
 */
final class FormerPattern {
  private static final Pattern TIME = Pattern.compile("\\b(START|STOP)\\s*$");
  private static final Pattern PATH = Pattern.compile("\\b([a-z][a-z0-9-]*)\\s*:\\s*([a-z_]+)");
  private static final Pattern SSDEEP = Pattern.compile("\\bhashes\\.ssdeep\\b");
  private static final Pattern HASH = Pattern.compile("\\bhashes\\.$");

  private FormerPattern() {}

  /** The pattern; one that is none comes back much the same. */
  static String upgrade(String pattern) {
    StringBuilder upgraded = new StringBuilder(pattern.length() + 8);
    int at = 0;
    while (at < pattern.length()) {
      int quote = pattern.indexOf('\'', at);
      int end = quote < 0 ? pattern.length() : quote;
      String plain = plain(pattern.substring(at, end));
      upgraded.append(plain);
      at = end;
      if (quote >= 0) {
        at = endOfLiteral(pattern, quote);
        upgraded.append(literal(plain, pattern.substring(quote, at)));
      }
    }
    return upgraded.toString();
  }

  private static int endOfLiteral(String pattern, int quote) {
    for (int at = quote + 1; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '\'') {
        return at + 1;
      }
    }
    return pattern.length();
  }

  private static String literal(String before, String literal) {
    if (TIME.matcher(tail(before)).find()) {
      return "t" + literal;
    }
    return literal.equals("'ssdeep'") && HASH.matcher(tail(before)).find() ? "'SSDEEP'" : literal;
  }

  /** What stands right before a literal; the search from its end must not begin far away. */
  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 20));
  }

  private static String plain(String text) {
    String hashes = SSDEEP.matcher(text).replaceAll("hashes.SSDEEP");
    return PATH.matcher(hashes).replaceAll(path -> Matcher.quoteReplacement(renamed(path)));
  }

  private static String renamed(java.util.regex.MatchResult path) {
    String type = path.group(1);
    String property = path.group(2);
    if (type.equals("process") && property.equals("name")) {
      return "process:image_ref.name";
    }
    return type + ":" + FormerProperties.renamed(type, property);
  }
}
