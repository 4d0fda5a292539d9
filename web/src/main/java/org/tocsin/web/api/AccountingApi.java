package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.account.Account;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.AccountRow;
import org.tocsin.web.account.HourlyAccounts;
import org.tocsin.web.account.Span;

/** The loss equation over time. */
@RestController
@Tag(name = "Accounting", description = "Whether anything was lost")
final class AccountingApi {
  private final HourlyAccounts hours;

  AccountingApi(HourlyAccounts hours) {
    this.hours = hours;
  }

  @GetMapping("/api/accounting")
  @Operation(
      summary = "The loss equation for each provider, feed and hour",
      description =
          "The last day where neither from nor to is given; at most 92 days at once. Submissions"
              + " count under the hour they were opened in.")
  AccountingBody rows(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String provider,
      Reader reader) {
    Span span = hours.span(from, to);
    List<AccountRow> rows = hours.rows(span, provider, reader);
    Account total = rows.stream().map(AccountRow::account).reduce(Account.NONE, Account::plus);
    return new AccountingBody(
        StixTime.millis(span.from()),
        StixTime.millis(span.to()),
        rows.stream().map(AccountingBody.Row::of).toList(),
        AccountingBody.Total.of(total));
  }
}
