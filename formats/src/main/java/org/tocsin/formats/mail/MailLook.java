package org.tocsin.formats.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Sample;
import org.tocsin.formats.mail.mime.Envelope;

/** Tells a mail by the fields it begins with. */
final class MailLook {
  private static final int DECLARED = 95;
  private static final int SURE = 85;
  private static final int LIKELY = 60;

  /** RFC 5322 section 2.2. */
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,76})[ \\t]*:.*");

  private static final Set<String> USUAL =
      Set.of(
          "received",
          "return-path",
          "delivered-to",
          "from",
          "to",
          "date",
          "subject",
          "message-id",
          "mime-version",
          "content-type",
          "sender",
          "reply-to",
          "dkim-signature",
          "cc");

  private static final Set<String> MAIL_ONLY =
      Set.of("received", "return-path", "delivered-to", "from", "message-id", "mime-version");

  private static final int MAX_LINES = 400;

  private MailLook() {}

  static int at(Sample sample) {
    Set<String> names = names(sample.head());
    long usual = names.stream().filter(USUAL::contains).count();
    boolean mail = names.stream().anyMatch(MAIL_ONLY::contains);
    if (usual == 0 || (!mail && !isDeclared(sample))) {
      return 0;
    }
    if (isDeclared(sample)) {
      return DECLARED;
    }
    return usual > 2 ? SURE : usual == 2 ? LIKELY : 0;
  }

  private static boolean isDeclared(Sample sample) {
    @Nullable String name = sample.name();
    @Nullable String type = sample.contentType();
    return (name != null && name.toLowerCase(Locale.ROOT).endsWith(".eml"))
        || (type != null && type.toLowerCase(Locale.ROOT).startsWith("message/rfc822"));
  }

  /** The names of the fields of the header; none where something else stands before its end. */
  private static Set<String> names(byte[] head) {
    String text = new String(Envelope.strip(head), StandardCharsets.ISO_8859_1);
    Set<String> names = new HashSet<>();
    Iterator<String> lines = text.lines().limit(MAX_LINES).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.isEmpty()) {
        return names;
      }
      boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      if (!continued) {
        var field = FIELD.matcher(line);
        if (!field.matches()) {
          return names;
        }
        names.add(field.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
