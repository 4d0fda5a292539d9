package org.tocsin.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountTest {
  @Test
  void shouldBalanceWhenEveryRecordIsSomewhere() {
    assertThat(new Account(15, 1, 2, 3, 4, 5).difference()).isZero();
    assertThat(Account.NONE.difference()).isZero();
  }

  @Test
  void shouldShowWhatIsMissingAndWhatIsTooMuch() {
    assertThat(new Account(100, 97, 0, 0, 0, 0).difference()).isEqualTo(3);
    assertThat(new Account(100, 97, 2, 0, 1, 4).difference()).isEqualTo(-4);
  }

  @Test
  void shouldMissARecordInWhicheverTermItIsLost() {
    assertThat(new Account(5, 0, 1, 1, 1, 1).difference()).isEqualTo(1);
    assertThat(new Account(5, 1, 0, 1, 1, 1).difference()).isEqualTo(1);
    assertThat(new Account(5, 1, 1, 0, 1, 1).difference()).isEqualTo(1);
    assertThat(new Account(5, 1, 1, 1, 0, 1).difference()).isEqualTo(1);
    assertThat(new Account(5, 1, 1, 1, 1, 0).difference()).isEqualTo(1);
  }

  @Test
  void shouldAddTermByTerm() {
    assertThat(new Account(1, 2, 3, 4, 5, 6).plus(new Account(10, 20, 30, 40, 50, 60)))
        .isEqualTo(new Account(11, 22, 33, 44, 55, 66));
    assertThat(Account.NONE.plus(new Account(1, 2, 3, 4, 5, 6)))
        .isEqualTo(new Account(1, 2, 3, 4, 5, 6));
  }
}
