package org.tocsin.formats.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, or a property of a JSON record.
 *
 * @param name its name; in JSON, the names on the way to it with dots between
 * @param also other names it goes by
 * @param role what it holds
 * @param time how it writes times; of no matter for other roles
 * @param kindColumn column that says what kind of value this one holds, null where none does
 * @param kinds what that column says, in lower case, and the role it stands for
 * @param strip characters to take away at both ends, besides spaces
 * @param prefix column that holds the length of this one's prefix, null where none does
 * @param padded whether the numbers of an address are filled with zeros
 */
record Column(
    String name,
    List<String> also,
    Role role,
    TimeSpelling time,
    @Nullable String kindColumn,
    Map<String, Role> kinds,
    String strip,
    @Nullable String prefix,
    boolean padded) {
  Column {
    also = List.copyOf(also);
    kinds = Map.copyOf(kinds);
  }

  /** The text without what surrounds it; empty where it stands for nothing. */
  String clean(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isAround(text.charAt(from))) {
      from++;
    }
    while (to > from && isAround(text.charAt(to - 1))) {
      to--;
    }
    String clean = text.substring(from, to);
    return isNothing(clean) ? "" : padded ? withoutPadding(clean) : clean;
  }

  private boolean isAround(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\ufeff' || strip.indexOf(c) >= 0;
  }

  private static boolean isNothing(String text) {
    return switch (text.length()) {
      case 0 -> true;
      case 1 -> text.equals("-") || text.equals("?");
      case 3 -> text.equalsIgnoreCase("n/a");
      case 4 -> text.equalsIgnoreCase("none") || text.equalsIgnoreCase("null");
      default -> false;
    };
  }

  private static String withoutPadding(String address) {
    StringBuilder plain = new StringBuilder(address.length());
    boolean begins = true;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean padding =
          begins
              && c == '0'
              && i + 1 < address.length()
              && Character.isDigit(address.charAt(i + 1));
      if (!padding) {
        plain.append(c);
        begins = c == '.';
      }
    }
    return plain.toString();
  }
}
