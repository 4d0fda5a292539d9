package org.tocsin.store.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.model.directory.Contact;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;

class DirectoryEntriesTest {
  private final DirectoryEntries entries =
      new DirectoryEntries(
          List.of(
              organisation("bank", "soc@bank.example", "A", false),
              organisation("gone", "soc@gone.example", "B", true)),
          List.of());

  @Test
  void shouldKnowTheKeysOfThoseWhoAreWrittenToAtAnAddress() {
    assertThat(entries.keys("SOC@bank.example"))
        .extracting(KeyText::fingerprint)
        .containsExactly("A".repeat(40));
    assertThat(entries.keys("other@bank.example")).isEmpty();
  }

  @Test
  void shouldKnowNoKeysOfThoseWhoAreRetired() {
    assertThat(entries.keys("soc@gone.example")).isEmpty();
  }

  private static Organisation organisation(
      String id, String address, String digit, boolean retired) {
    return new Organisation(
        id,
        id,
        OrganisationKind.FOCAL_POINT,
        null,
        List.of(new Contact("SOC", null, address, null, List.of(), null, false)),
        List.of(new KeyText(KeyText.Kind.PGP, digit.repeat(40), null, null)),
        List.of(),
        List.of(),
        null,
        retired);
  }
}
