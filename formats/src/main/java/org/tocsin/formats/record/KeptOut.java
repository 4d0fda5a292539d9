package org.tocsin.formats.record;

/**
 * A rule that keeps a record out: it was understood, and tells of nothing that happened. Carries no
 * stack: it is an answer, not an accident.
 */
public final class KeptOut extends Exception {
  private static final long serialVersionUID = 1L;

  private final String rule;

  /**
   * A record that is neither new nor wrong.
   *
   * @param rule its name, as {@link org.tocsin.model.report.Suppressed} wants it
   */
  public KeptOut(String rule) {
    super(rule, null, false, false);
    this.rule = rule;
  }

  /** The name of the rule. */
  public String rule() {
    return rule;
  }
}
