package org.tocsin.model.incident;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.RefusedException;

/**
 * The details of the command {@code attach}: what a file is and where its bytes are kept, which are
 * not in the journal. The team may say whom the file is for or from whom they had it; whoever else
 * gives the command sends it to the team.
 *
 * @param name what the file is called: one line, no path
 * @param mediaType what it says it is, without parameters; nobody has looked
 * @param size how many bytes it has
 * @param sha256 of its bytes, in hexadecimal digits
 * @param kept where its bytes are
 * @param to user name or id of an organisation who may have it beside the team; null for the team
 *     alone
 * @param from whom the team had it from; null where whoever gave the command had it
 */
public record Attachment(
    @Nullable String name,
    @Nullable String mediaType,
    @Nullable Long size,
    @Nullable String sha256,
    @Nullable Place kept,
    @Nullable String to,
    @Nullable String from) {
  /** What a file is whose sender does not say. */
  public static final String UNKNOWN_TYPE = "application/octet-stream";

  private static final int LONGEST_TYPE = 127;
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Characters that make a name look like another one: they turn the direction of writing. */
  private static final Pattern TURNING =
      Pattern.compile("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");

  /** Where the bytes are in the topic of attachments. */
  public record Place(int partition, long offset) {}

  /** The same, kept there. */
  public Attachment keptAt(Place place) {
    return new Attachment(name, mediaType, size, sha256, place, to, from);
  }

  /**
   * The name, without blanks around it.
   *
   * @throws RefusedException where it is none a file can have
   */
  public static String requireName(@Nullable String name) {
    String line = Told.line("name", name, Told.LONGEST_NAME);
    if (line.indexOf('/') >= 0 || line.indexOf('\\') >= 0) {
      throw RefusedException.invalid("name: must be a file's name without a path");
    }
    if (line.equals(".") || line.equals("..") || TURNING.matcher(line).find()) {
      throw RefusedException.invalid("name: is no name of a file");
    }
    return line;
  }

  /** Whether that is a media type (RFC 6838 section 4.2) in small letters, without parameters. */
  public static boolean isMediaType(String text) {
    return text.length() <= LONGEST_TYPE && TYPE.matcher(text).matches();
  }

  /** Refuses what tells of no file. */
  void requireWhole() {
    requireName(name);
    require(mediaType != null && isMediaType(mediaType), "mediaType: such as text/plain");
    require(size != null && size > 0, "size: the file is empty");
    require(sha256 != null && SHA256.matcher(sha256).matches(), "sha256: 64 digits");
    require(kept != null && kept.partition() >= 0 && kept.offset() >= 0, "kept: missing");
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw RefusedException.invalid(fault);
    }
  }
}
