package org.tocsin.model.pattern;

import java.util.function.IntPredicate;

/** Where reading a pattern has got to. Blanks and comments separate words and mean nothing. */
final class Cursor {
  private final String text;
  private int at;
  private int depth;

  Cursor(String text) {
    if (text.length() > Pattern.MAX_LENGTH) {
      throw new PatternException(
          Pattern.MAX_LENGTH, "a pattern has at most " + Pattern.MAX_LENGTH + " characters");
    }
    this.text = text;
  }

  /** Where the next word begins. */
  int position() {
    skip();
    return at;
  }

  boolean ended() {
    return position() == text.length();
  }

  /** The next character of all, blank or not; 0 at the end. */
  char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** The next character that is no blank; 0 at the end. */
  char next() {
    skip();
    return peek();
  }

  char take() {
    char c = peek();
    at++;
    return c;
  }

  /** Passes over these characters where they come next. */
  boolean accept(String symbol) {
    skip();
    if (!text.startsWith(symbol, at)) {
      return false;
    }
    at += symbol.length();
    return true;
  }

  void expect(String symbol) {
    if (!accept(symbol)) {
      throw wrong(symbol + " is expected here");
    }
  }

  /** Passes over this word where it comes next, and ends there. */
  boolean acceptWord(String word) {
    skip();
    int end = at + word.length();
    if (!text.startsWith(word, at) || end < text.length() && isWord(text.charAt(end))) {
      return false;
    }
    at = end;
    return true;
  }

  void expectWord(String word) {
    if (!acceptWord(word)) {
      throw wrong(word + " is expected here");
    }
  }

  /** What comes next and is made of such characters; may be empty. */
  String run(IntPredicate of) {
    int from = at;
    while (at < text.length() && of.test(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /** One level deeper; {@link #leave} ends it. */
  void enter() {
    if (++depth > Pattern.MAX_DEPTH) {
      throw wrong("a pattern goes at most " + Pattern.MAX_DEPTH + " levels deep");
    }
  }

  void leave() {
    depth--;
  }

  /** What comes next is wrong. */
  PatternException wrong(String reason) {
    return new PatternException(position(), reason);
  }

  static boolean isWord(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private void skip() {
    while (at < text.length() && (blank() || comment())) {
      at++;
    }
  }

  private boolean blank() {
    char c = text.charAt(at);
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }

  /** Passes over a comment but for its last character. */
  private boolean comment() {
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      if (end < 0) {
        throw new PatternException(at, "the comment has no end");
      }
      at = end + 1;
      return true;
    }
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = (end < 0 ? text.length() : end) - (end < 0 ? 1 : 0);
      return true;
    }
    return false;
  }
}
