package org.tocsin.model.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConstituencyTest {
  private final Constituency constituency =
      of(
          "192.0.2.0/24",
          "192.0.2.128/25",
          "192.0.3.0/24",
          "2001:db8::/32",
          "AS64496",
          "example.org",
          "shop.example.org",
          "FR");

  @Test
  void shouldFindTheSmallestBlock() {
    assertThat(constituency.ofAddress("192.0.2.1")).contains(new Cidr("192.0.2.0/24"));
    assertThat(constituency.ofAddress("192.0.2.200")).contains(new Cidr("192.0.2.128/25"));
    assertThat(constituency.ofAddress("::ffff:192.0.2.200")).contains(new Cidr("192.0.2.128/25"));
    assertThat(constituency.ofAddress("2001:db8:0:0:0:0:0:1")).contains(new Cidr("2001:db8::/32"));
    assertThat(constituency.ofAddress("192.0.4.1")).isEmpty();
    assertThat(constituency.ofAddress("192.0.2.0/30")).isEmpty();
    assertThat(constituency.ofAddress("nothing")).isEmpty();
  }

  @Test
  void shouldFindTheLowestDomainAndThenTheCountry() {
    assertThat(constituency.ofDomain("a.b.example.org")).contains(new Domain("example.org"));
    assertThat(constituency.ofDomain("shop.example.org")).contains(new Domain("shop.example.org"));
    assertThat(constituency.ofDomain("anything.fr")).contains(new CountryCode("FR"));
    assertThat(constituency.ofDomain("notexample.org")).isEmpty();
    assertThat(constituency.ofDomain("org")).isEmpty();
  }

  @Test
  void shouldSayWhetherSomethingConcernsIt() {
    assertThat(constituency.concerns(Concerned.NOTHING)).isFalse();
    assertThat(concerns(Set.of("10.0.0.1", "192.0.3.1"), Set.of(), Set.of(), Set.of())).isTrue();
    assertThat(concerns(Set.of(), Set.of(64_496L), Set.of(), Set.of())).isTrue();
    assertThat(concerns(Set.of(), Set.of(), Set.of("x.fr"), Set.of())).isTrue();
    assertThat(concerns(Set.of(), Set.of(), Set.of(), Set.of("FR"))).isTrue();
    assertThat(concerns(Set.of("10.0.0.1"), Set.of(1L), Set.of("x.de"), Set.of("DE"))).isFalse();
    assertThat(Constituency.NONE.concerns(everything())).isFalse();
  }

  @Test
  void shouldJoinWhatLiesTogether() {
    assertThat(constituency.joinedBlocks())
        .containsExactlyInAnyOrder(new Cidr("192.0.2.0/23"), new Cidr("2001:db8::/32"));
    assertThat(Constituency.NONE.joinedBlocks()).isEmpty();
  }

  @Test
  void shouldEqualOneOfTheSameAssets() {
    assertThat(of("FR", "AS1")).isEqualTo(of("AS1", "FR")).hasSameHashCodeAs(of("AS1", "FR"));
    assertThat(of("FR")).isNotEqualTo(of("DE"));
  }

  /** What takes as long as the number of assets would take hours here. */
  @Test
  void shouldFindTheLongestMatchAmongAHundredThousandAssets() {
    Random random = new Random(7);
    List<Cidr> blocks = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      int prefix = 12 + random.nextInt(21);
      int network = prefix == 0 ? 0 : random.nextInt() & (-1 << (32 - prefix));
      blocks.add(new Cidr(dotted(network) + "/" + prefix));
    }
    Constituency large = new Constituency(blocks);
    for (int i = 0; i < 200; i++) {
      String address = dotted(random.nextInt());
      assertThat(large.ofAddress(address)).as(address).isEqualTo(longest(blocks, address));
    }
    for (int i = 0; i < 1_000_000; i++) {
      large.ofAddress("203.0.113.9");
    }
  }

  private static java.util.Optional<Cidr> longest(List<Cidr> blocks, String address) {
    return blocks.stream()
        .filter(block -> holds(block, address))
        .max(java.util.Comparator.comparingInt(ConstituencyTest::prefix));
  }

  private static boolean holds(Cidr block, String address) {
    String network = block.text().substring(0, block.text().indexOf('/'));
    return prefix(block) == 0 || (number(network) ^ number(address)) >>> (32 - prefix(block)) == 0;
  }

  private static int prefix(Cidr block) {
    return Integer.parseInt(block.text().substring(block.text().indexOf('/') + 1));
  }

  private static long number(String dotted) {
    long number = 0;
    for (String part : dotted.split("\\.")) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }

  private static String dotted(int address) {
    return (address >>> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  private boolean concerns(
      Set<String> ips, Set<Long> asns, Set<String> domains, Set<String> countries) {
    return constituency.concerns(new Concerned(ips, asns, domains, countries));
  }

  private static Concerned everything() {
    return new Concerned(Set.of("192.0.2.1"), Set.of(64_496L), Set.of("x.fr"), Set.of("FR"));
  }

  private static Constituency of(String... assets) {
    return new Constituency(Stream.of(assets).map(NetworkAsset::parse).toList());
  }
}
