package org.tocsin.formats.mail;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.formats.mail.fields.MailFields;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.sco.IpAddress;

/**
 * What a text mentions. A person may name the victim as well as the attacker, so it is no
 * observable before somebody says so: it is kept as fields, to search by.
 */
final class Mentioned {
  private static final int MAX_EACH = 50;

  private static final Pattern URL =
      Pattern.compile(
          "\\b(?:h(?:tt|xx)ps?|ftp)(?:://|\\[:]//|\\[://])[^\\s<>\"']{1,1000}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w.])\\d{1,3}(?:(?:\\.|\\[\\.]|\\(\\.\\))\\d{1,3}){3}(?![\\w.]*\\d)");

  private static final Pattern HASH =
      Pattern.compile("\\b(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})\\b");

  private Mentioned() {}

  static void keep(ObservedDraft draft, String text) {
    keep(draft, "mentioned_urls", URL, text, found -> true);
    keep(draft, "mentioned_addresses", ADDRESS, text, found -> IpAddress.parse(found).isPresent());
    keep(draft, "mentioned_hashes", HASH, text, found -> true);
  }

  private static void keep(
      ObservedDraft draft, String name, Pattern pattern, String text, Predicate<String> isOne) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (found.size() < MAX_EACH && matcher.find()) {
      String plain = fanged(matcher.group());
      if (isOne.test(plain)) {
        found.add(plain);
      }
    }
    draft.field(MailFields.HIDDEN + name, String.join("\n", found));
  }

  /** As it was before somebody made it harmless to click on. */
  private static String fanged(String text) {
    return text.replaceFirst("^(?i:hxxp)", "http")
        .replace("[.]", ".")
        .replace("(.)", ".")
        .replace("[://]", "://")
        .replace("[:]", ":");
  }
}
