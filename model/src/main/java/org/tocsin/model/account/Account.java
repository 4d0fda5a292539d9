package org.tocsin.model.account;

/**
 * The loss equation of a receipt, or of any sum of receipts: {@code collected = observed +
 * duplicate + suppressed + rejected + pending}. Each term is counted where it arises ({@code
 * collected} by the framer, {@code pending} from consumer offsets, the others by triage), none by
 * subtraction, so that the equation can fail.
 *
 * @param collected records the framer counted
 * @param observed records that became a new observation or object
 * @param duplicate records whose content was there already
 * @param suppressed records that a rule keeps out
 * @param rejected records that could not be taken
 * @param pending records that wait for triage
 */
public record Account(
    long collected, long observed, long duplicate, long suppressed, long rejected, long pending) {

  /** Nothing at all. */
  public static final Account NONE = new Account(0, 0, 0, 0, 0, 0);

  /**
   * How many records are missing (positive) or counted too often (negative); 0 when the equation
   * holds.
   */
  public long difference() {
    return collected - observed - duplicate - suppressed - rejected - pending;
  }

  /** Term by term. */
  public Account plus(Account other) {
    return new Account(
        collected + other.collected,
        observed + other.observed,
        duplicate + other.duplicate,
        suppressed + other.suppressed,
        rejected + other.rejected,
        pending + other.pending);
  }
}
