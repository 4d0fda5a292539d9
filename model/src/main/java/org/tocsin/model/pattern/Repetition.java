package org.tocsin.model.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a regular expression writes out its parts: {@code (a{100}){100}} is ten thousand of
 * {@code a}, each of which takes memory.
 */
final class Repetition {
  /** The most a pattern may ask for. */
  static final long MOST = 2_000;

  private final String regex;
  private final Deque<Long> groups = new ArrayDeque<>();
  private long most = 1;
  private long last = 1;
  private int at;

  private Repetition(String regex) {
    this.regex = regex;
  }

  /** The largest product of numbers in braces that lie within each other. */
  static long of(String regex) {
    Repetition repetition = new Repetition(regex);
    while (repetition.at < regex.length()) {
      repetition.step();
    }
    return repetition.most;
  }

  private void step() {
    char c = regex.charAt(at);
    switch (c) {
      case '\\' -> at++;
      case '[' -> passClass();
      case '(' -> {
        groups.push(most);
        most = 1;
      }
      case ')' -> close();
      case '{' -> repeat();
      default -> {
        // a character, or one that means itself here
      }
    }
    if (c != ')' && c != '{') {
      last = 1;
    }
    at++;
  }

  private void close() {
    last = most;
    most = Math.max(most, groups.isEmpty() ? 1 : groups.pop());
  }

  private void passClass() {
    at++;
    while (at < regex.length() && regex.charAt(at) != ']') {
      at += regex.charAt(at) == '\\' ? 2 : 1;
    }
  }

  private void repeat() {
    int end = regex.indexOf('}', at);
    String numbers = end < 0 ? "" : regex.substring(at + 1, end);
    if (!numbers.matches("\\d{1,5}(,\\d{0,5})?")) {
      return;
    }
    for (String number : numbers.split(",")) {
      if (!number.isEmpty()) {
        last = Math.min(MOST + 1, Math.max(last, last * Long.parseLong(number)));
      }
    }
    most = Math.max(most, last);
    at = end;
  }
}
