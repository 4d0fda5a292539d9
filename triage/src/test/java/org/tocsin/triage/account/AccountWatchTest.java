package org.tocsin.triage.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.AccountRow;
import org.tocsin.store.Accounts;
import org.tocsin.store.ReceiptAccount;

class AccountWatchTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final OneReceipt accounts = new OneReceipt();
  private final AccountWatch watch =
      new AccountWatch(
          accounts,
          () -> new Progresses(Map.of()),
          InstantSource.fixed(NOW),
          Duration.ofDays(1),
          registry);

  @Test
  void shouldRingWhenAReceiptIsWrongInTwoLooksRunning() {
    accounts.account = new Account(100, 90, 0, 0, 0, 0);

    watch.look();
    assertThat(watch.ringing()).isEmpty();
    watch.look();

    assertThat(watch.ringing()).containsOnlyKeys(accounts.submission.receipt());
    assertThat(registry.get("tocsin.account.unbalanced").gauge().value()).isEqualTo(1);
    assertThat(registry.get("tocsin.account.missing").gauge().value()).isEqualTo(10);
  }

  @Test
  void shouldStopRingingOnceTheAccountIsRight() {
    accounts.account = new Account(100, 90, 0, 0, 0, 0);
    watch.look();
    watch.look();

    accounts.account = new Account(100, 100, 0, 0, 0, 0);
    watch.look();

    assertThat(watch.ringing()).isEmpty();
  }

  @Test
  void shouldGoOnRingingForAReceiptTooOldForTheLook() {
    accounts.account = new Account(100, 90, 0, 0, 0, 0);
    watch.look();
    watch.look();

    accounts.isListed = false;
    watch.look();

    assertThat(watch.ringing()).hasSize(1);
  }

  /** The account of one receipt, as the test wants it. */
  private static final class OneReceipt implements Accounts {
    final Submission submission =
        new Submission(
            UUID.randomUUID(),
            "someone",
            new Origin("p", "f"),
            null,
            "lines",
            Lane.BULK,
            null,
            NOW,
            Submission.State.SEALED,
            100,
            1,
            "00",
            List.of(),
            null);
    Account account = Account.NONE;
    boolean isListed = true;

    @Override
    public List<ReceiptAccount> unbalanced(Instant since, Progresses progress) {
      return isListed && account.difference() != 0 ? List.of(of(submission, progress)) : List.of();
    }

    @Override
    public ReceiptAccount of(Submission of, Progresses progress) {
      return new ReceiptAccount(of, account, ReceiptAccount.State.COMPLETE);
    }

    @Override
    public Optional<Submission> submission(UUID receipt) {
      return Optional.of(submission);
    }

    @Override
    public Optional<ReceiptAccount> of(UUID receipt, Progresses progress, SharingFilter filter) {
      return Optional.of(of(submission, progress));
    }

    @Override
    public List<AccountRow> rows(
        Instant from,
        Instant to,
        @Nullable String provider,
        Progresses progress,
        SharingFilter filter) {
      return List.of();
    }

    @Override
    public List<ReceiptAccount> latest(int limit, Progresses progress, SharingFilter filter) {
      return List.of();
    }
  }
}
