package org.tocsin.launcher.submit;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for accounts and prints them: a line per file, and their sum. */
final class AccountTable {

  private static final long ASK_EVERY_MILLIS = 500;
  private static final String ROW = "%10s %10s %10s %10s %10s %10s  %-9s %s%n";

  private final PrintStream out;

  AccountTable(PrintStream out) {
    this.out = out;
  }

  /** Returns whether all are complete and nothing was rejected. */
  boolean await(ReportsClient reports, List<Receipt> receipts) throws InterruptedException {
    List<Account> accounts = new ArrayList<>();
    for (Receipt receipt : receipts) {
      accounts.add(awaitFinal(reports, receipt));
    }
    out.printf(
        ROW,
        "collected",
        "observed",
        "duplicate",
        "suppressed",
        "rejected",
        "pending",
        "state",
        "file");
    for (int i = 0; i < accounts.size(); i++) {
      row(accounts.get(i), receipts.get(i).file());
    }
    if (accounts.size() > 1) {
      row(accounts.stream().reduce(Account::plus).orElseThrow(), "total");
    }
    return accounts.stream().allMatch(Account::isClean);
  }

  private Account awaitFinal(ReportsClient reports, Receipt receipt) throws InterruptedException {
    Progress progress = new Progress(receipt.file());
    Account account = reports.account(receipt);
    while (!account.isFinal()) {
      progress.show(account.collected() - account.pending(), account.collected(), "records");
      TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
      account = reports.account(receipt);
    }
    progress.clear();
    return account;
  }

  private void row(Account account, String file) {
    out.printf(
        ROW,
        account.collected(),
        account.observed(),
        account.duplicate(),
        account.suppressed(),
        account.rejected(),
        account.pending(),
        account.state(),
        file);
  }
}
