package org.tocsin.formats.benign;

import java.util.ArrayList;
import java.util.List;

/** Cuts a pattern (STIX 2.1 section 9.2) into words, signs, literals and object paths. */
final class PatternTokens {
  private static final String SIGNS = "[](),";
  private static final String COMPARING = "=!<>";

  private final String pattern;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private PatternTokens(String pattern) {
    this.pattern = pattern;
  }

  static List<String> of(String pattern) {
    PatternTokens reading = new PatternTokens(pattern);
    reading.read();
    return reading.tokens;
  }

  /** What a literal in quotes says. */
  static String text(String literal) {
    StringBuilder text = new StringBuilder(literal.length());
    for (int i = 1; i < literal.length() - 1; i++) {
      if (literal.charAt(i) == '\\' && i < literal.length() - 2) {
        i++;
      }
      text.append(literal.charAt(i));
    }
    return text.toString();
  }

  private void read() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int start = at;
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      if (SIGNS.indexOf(c) >= 0) {
        at++;
      } else if (COMPARING.indexOf(c) >= 0) {
        skip(COMPARING);
      } else if (c == '\'') {
        quoted();
      } else {
        word();
      }
      tokens.add(pattern.substring(start, at));
    }
  }

  private void skip(String signs) {
    while (at < pattern.length() && signs.indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
  }

  private void quoted() {
    at++;
    while (at < pattern.length() && pattern.charAt(at) != '\'') {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, pattern.length());
  }

  /** A word, a number, a literal with a letter before its quotes, or a path with its indexes. */
  private void word() {
    boolean path = false;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      path |= c == ':';
      if (c == '\'') {
        quoted();
      } else if (path && c == '[') {
        int end = pattern.indexOf(']', at);
        at = end < 0 ? pattern.length() : end + 1;
      } else if (Character.isWhitespace(c) || SIGNS.indexOf(c) >= 0 || COMPARING.indexOf(c) >= 0) {
        return;
      } else {
        at++;
      }
    }
  }
}
