package org.tocsin.model.pattern;

/** LIKE: a text with % for any characters, also none, and _ for exactly one (section 9.6). */
final class Like {
  private final int[] wanted;

  Like(String wanted) {
    this.wanted = wanted.codePoints().toArray();
  }

  /** Whether the whole text is like it; spends what it takes. */
  boolean test(String text, Effort effort) {
    int[] given = text.codePoints().toArray();
    int at = 0;
    int want = 0;
    int percent = -1;
    int resume = 0;
    while (at < given.length) {
      effort.spend(1);
      if (want < wanted.length && wanted[want] == '%') {
        percent = want++;
        resume = at;
      } else if (want < wanted.length && (wanted[want] == '_' || wanted[want] == given[at])) {
        at++;
        want++;
      } else if (percent >= 0) {
        want = percent + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (want < wanted.length && wanted[want] == '%') {
      want++;
    }
    return want == wanted.length;
  }
}
