package org.tocsin.model.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetRegisterTest {
  private final AssetRegister register =
      new AssetRegister(
          List.of(
              of("isp", false, "192.0.2.0/24", "AS64496", "2001:db8::/32", "example"),
              of("bank", false, "192.0.2.64/26", "2001:db8:1::/48", "bank.example"),
              of("power", false, "192.0.2.64/26"),
              of("nation", false, "FR"),
              of("gone", true, "192.0.2.66/32", "gone.example")));

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, isp",
    "192.0.2.66, bank power",
    "192.0.2.96/27, bank power",
    "2001:db8:2::1, isp",
    "2001:DB8:1::1, bank",
    "as64496, isp",
    "www.bank.example., bank",
    "gone.example, isp",
    "FR, nation",
    "www.cert.fr, nation",
    "203.0.113.1, ''",
    "AS64497, ''",
    "example.org, ''",
    "DE, ''"
  })
  void shouldSayWhoseItIs(String asked, String owners) {
    assertThat(register.whose(asked))
        .containsExactlyInAnyOrderElementsOf(
            owners.isEmpty() ? List.of() : List.of(owners.split(" ")));
  }

  @Test
  void shouldAnswerForWholeBlocksOnlyWhereTheyLieWithinAnAsset() {
    assertThat(register.whose("192.0.2.0/24")).containsExactly("isp");
    assertThat(register.whose("192.0.0.0/16")).isEmpty();
    assertThat(register.whose("192.0.2.64/28")).containsExactly("bank", "power");
    assertThat(register.whose("2001::/16")).isEmpty();
    assertThat(register.whose("2001:db8::/47")).containsExactly("isp");
  }

  @Test
  void shouldRefuseWhatIsNoPartOfTheNet() {
    assertThatIllegalArgumentException().isThrownBy(() -> register.whose("here and there"));
  }

  @Test
  void shouldCountEachAssetOnce() {
    assertThat(register.size()).isEqualTo(8);
  }

  private static Organisation of(String id, boolean retired, String... assets) {
    return new Organisation(
        id,
        id,
        OrganisationKind.CONSTITUENT,
        null,
        List.of(),
        List.of(),
        Arrays.stream(assets).map(NetworkAsset::parse).toList(),
        List.of(),
        null,
        retired);
  }
}
