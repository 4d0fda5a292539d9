package org.tocsin.formats.record;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Format;
import org.tocsin.formats.cap.CapFormat;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.formats.stix20.Stix20Format;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.StixVersion;

/**
 * Why records of real files are rejected: each cause was looked into and is none of ours. A reject
 * for another cause, or one more, fails here.
 */
class CorpusRejectsTest {

  @BeforeAll
  static void lookForCorpus() {
    assumeTrue(
        SharedFolder.find("corpus").isPresent(), "skipped: no shared/corpus above this folder");
  }

  @Test
  void shouldRejectOfReportsOnlyWhatIsBrokenOnPurposeOrUnquoted() {
    assertThat(causes(new ShadowserverFormat(), "shadowserver"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a record needs a time", 8L, // files that say "bad_data" and "row"
                "a quote is opened and never closed", 1L,
                "the row has 53 cells where there are 52 columns", 1L)); // a bare quote in a cell
  }

  @Test
  void shouldSayOfTablesOfOtherMakersThatTheyAreNoReports() {
    String unknown = "neither the name nor the columns are those of a report that is known";

    assertThat(causes(new ShadowserverFormat(), "csaf")).isEqualTo(Map.of(unknown, 2381L));
    assertThat(causes(new ShadowserverFormat(), "feeds")).isEqualTo(Map.of(unknown, 1L));
  }

  @Test
  void shouldRejectOfStix20OnlyWhatEitherStandardForbidsOrEverybodyHas() {
    assertThat(causes(new Stix20Format(), "stix20"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry(
                    "STIX 2.1 asks for this property. (Rule required of sros/relationship.json.)",
                    51L),
                entry("STIX 2.1 asks for this property. (Rule required of sdos/report.json.)", 1L),
                entry(
                    "STIX 2.1 asks for this property. (Rule required of"
                        + " observables/network-traffic.json.)",
                    1L),
                entry("STIX 2.1 asks for this property.", 1L),
                entry("An id ends with a UUID of version 1 to 5 (RFC 4122), as STIX 2.1 asks.", 8L),
                entry(
                    "The value does not have the form STIX 2.1 prescribes."
                        + " (Rule pattern of common/identifier.json.)",
                    3L),
                entry("The object was modified before it was created.", 1L),
                entry("From here on this is not JSON, or it breaks off before its end.", 1L),
                entry("This is no indicator of anything: a public resolver", 3L),
                entry("This is no indicator of anything: private use (RFC 1918)", 4L),
                entry("This is no indicator of anything: the empty file", 1L)));
  }

  @Test
  void shouldRejectOfAlertsOnlyWhatTheirAuthorsBroke() {
    assertThat(causes(new CapFormat(), "cap"))
        .isEqualTo(
            Map.of(
                "A document with a document type is not read.", 1L,
                "This element must not be empty.", 1L,
                "CAP asks for this element.", 1L));
  }

  @Test
  void shouldFindTheSameIdAndVersionWithOtherContentInSamplesThatShareThem() {
    assertThat(conflicts(new Stix20Format(), "stix20")).isEqualTo(333);
    assertThat(conflicts(new CapFormat(), "cap")).isEqualTo(1);
  }

  private static Map<String, Long> causes(Format format, String folder) {
    return CorpusFolder.of(format, folder).read().values().stream()
        .flatMap(file -> file.rejects().stream())
        .collect(Collectors.groupingBy(Reject::detail, TreeMap::new, Collectors.counting()));
  }

  /** Records of which something is known with other content, in the order of the files' names. */
  private static long conflicts(Format format, String folder) {
    Map<UUID, String> known = new HashMap<>();
    return CorpusFolder.of(format, folder).read().values().stream()
        .mapToLong(file -> conflicts(file.accepted(), known))
        .sum();
  }

  private static long conflicts(List<Accepted> accepted, Map<UUID, String> known) {
    return accepted.stream()
        .filter(each -> each.fact() instanceof StixVersion version && isOther(version, known))
        .count();
  }

  private static boolean isOther(StixVersion version, Map<UUID, String> known) {
    String first = known.putIfAbsent(version.versionId(), version.contentHash());
    return first != null && !first.equals(version.contentHash());
  }
}
