package org.tocsin.web.api;

import java.util.List;
import org.tocsin.model.account.Account;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.AccountRow;

/**
 * The loss equation for each provider, feed and hour, and their sum.
 *
 * @param from beginning of the span
 * @param to end of the span, exclusive
 * @param rows newest hour first
 * @param total all rows, term by term
 */
record AccountingBody(String from, String to, List<Row> rows, Total total) {

  /** One feed in one hour. */
  record Row(
      String hour,
      String provider,
      String feed,
      long collected,
      long observed,
      long duplicate,
      long suppressed,
      long rejected,
      long pending,
      long difference) {
    static Row of(AccountRow row) {
      Account account = row.account();
      return new Row(
          StixTime.millis(row.hour()),
          row.origin().provider(),
          row.origin().feed(),
          account.collected(),
          account.observed(),
          account.duplicate(),
          account.suppressed(),
          account.rejected(),
          account.pending(),
          account.difference());
    }
  }

  /** The sum. */
  record Total(
      long collected,
      long observed,
      long duplicate,
      long suppressed,
      long rejected,
      long pending,
      long difference) {
    static Total of(Account account) {
      return new Total(
          account.collected(),
          account.observed(),
          account.duplicate(),
          account.suppressed(),
          account.rejected(),
          account.pending(),
          account.difference());
    }
  }
}
