package org.tocsin.formats.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.formats.mail.mime.HeaderFields;
import org.tocsin.formats.mail.mime.Letter;
import org.tocsin.formats.mail.mime.MailAddress;

/**
 * Tells whether a mail that brings files says more than that it brings them: its author asks
 * something, or wrote more than a few words. Greeting, signature and what is quoted count for
 * nothing, and so does what a machine or a list sends.
 */
final class CoveringNote {
  /** So many words a note has at most. */
  static final int MOST_WORDS = 20;

  private static final Pattern GREETING =
      Pattern.compile(
          "(?iu)(dear|hello|hi|hey|good (morning|afternoon|day|evening)|hallo|guten"
              + " (tag|morgen)|sehr geehrte\\w*|liebe[rs]?|bonjour|cher|ch[eè]re|madame|monsieur|"
              + "hola|buenos|estimad\\w*|buongiorno|gentil\\w*|dzie[nń] dobry|hej|moin)"
              + "\\b[,.!]?(\\s+\\S+){0,4}\\s*");

  private static final Pattern FAREWELL =
      Pattern.compile(
          "(?iu)((kind|best|warm|many)?\\s*(regards|wishes|greetings)|thanks|thank you|cheers|"
              + "(yours )?(sincerely|faithfully|truly)|mit freundlichen? gr(ü|ue)(ß|ss)en?|"
              + "(viele|beste|freundliche|liebe) gr(ü|ue)(ß|ss)e|mfg|vg|lg|cordialement|"
              + "saludos|cordiali saluti|pozdrawiam|med v[aä]nlig\\w* h[aä]lsning\\w*)"
              + "\\b[,.!]?(\\s+\\S+){0,3}\\s*");

  private static final Pattern SIGNATURE = Pattern.compile("(--|__+|\\*\\*\\*+|==+) ?");

  private static final Pattern QUOTED =
      Pattern.compile("(?iu)(>.*|-{2,}\\s*(original|forwarded|urspr|weiterge).*)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][^\\s]*");

  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

  private static final Pattern QUESTION =
      Pattern.compile("[\\p{L}\\p{N})\"]\\s?[?\uff1f](?=\\s|$)");

  private static final Pattern MACHINE =
      Pattern.compile(
          "(.*[._+-])?(no|do[._-]?not|nicht)[._-]?(reply|antworten)[^@]*@.*|autom?ailer[^@]*@.*");

  private static final Set<String> OF_MANY = Set.of("bulk", "list", "junk");

  private CoveringNote() {}

  /** Whether somebody wrote more than such a note. */
  static boolean isMore(Letter letter) {
    return !isOfMachine(letter.header()) && isMore(MailWords.of(letter.content()));
  }

  /** The same of a text. */
  static boolean isMore(String text) {
    String own = own(text);
    long unspaced = UNSPACED.matcher(own).results().count();
    long words = WORD.matcher(UNSPACED.matcher(own).replaceAll(" ")).results().count();
    return words + unspaced / 2 > MOST_WORDS || QUESTION.matcher(own).find();
  }

  private static boolean isOfMachine(HeaderFields header) {
    String submitted = header.first("auto-submitted").orElse("no").toLowerCase(Locale.ROOT);
    String from = header.first("from").orElse("").toLowerCase(Locale.ROOT);
    return !submitted.startsWith("no")
        || header.has("list-id")
        || header.has("list-unsubscribe")
        || OF_MANY.contains(header.first("precedence").orElse("").toLowerCase(Locale.ROOT))
        || MACHINE.matcher(MailAddress.text(from).orElse(from.strip())).matches();
  }

  /** Without its greeting, what it quotes, and all that follows a farewell in a line of its own. */
  private static String own(String text) {
    StringBuilder own = new StringBuilder();
    boolean begun = false;
    for (String line : text.lines().map(String::strip).toList()) {
      boolean isEnd = SIGNATURE.matcher(line).matches() || FAREWELL.matcher(line).matches();
      if (isEnd && begun) {
        break;
      }
      boolean isGreeting = !begun && GREETING.matcher(line).matches();
      if (!line.isBlank() && !isEnd && !isGreeting && !QUOTED.matcher(line).matches()) {
        own.append(line).append('\n');
        begun = true;
      }
    }
    return own.toString();
  }
}
