package org.tocsin.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningNotice;
import tools.jackson.databind.node.ObjectNode;

/** What a warning says is read back from the STIX it was released as. */
class NoticesTest {
  @Test
  void shouldReadBackAllThatReadersAreTold() {
    WarningContent content =
        EntityJson.read(
            (ObjectNode) EntityJson.MAPPER.readTree(Notices.FULL), WarningContent.class);
    WarningNotice notice = Notices.published(Notices.FULL);

    assertThat(notice.id()).isEqualTo(Notices.ID);
    assertThat(notice.number()).isEqualTo("W-2026-000041");
    assertThat(notice.version()).isEqualTo(1);
    assertThat(notice.withdrawn()).isFalse();
    assertThat(notice.title()).isEqualTo(content.title());
    assertThat(notice.summary()).isEqualTo(content.summary());
    assertThat(notice.advice()).isEqualTo(content.advice());
    assertThat(notice.severity()).isEqualTo(content.severity());
    assertThat(notice.type()).isEqualTo(content.rsit().orElseThrow());
    assertThat(notice.tlp()).isEqualTo(Tlp.GREEN);
    assertThat(notice.products()).isEqualTo(content.products());
    assertThat(notice.cves()).isEqualTo(content.cves());
    assertThat(notice.observables()).isEqualTo(content.observables());
    assertThat(notice.references()).isEqualTo(content.references());
    assertThat(notice.language()).isEqualTo("fr");
    assertThat(notice.validFrom()).isEqualTo(content.validFrom());
    assertThat(notice.validUntil()).isEqualTo(content.validUntil());
    assertThat(notice.created()).isEqualTo(notice.modified());
  }

  @Test
  void shouldKnowWhenAWarningHolds() {
    WarningNotice notice = Notices.published(Notices.FULL);

    assertThat(notice.holdsAt(Instant.parse("2026-10-31T23:59:59Z"))).isFalse();
    assertThat(notice.holdsAt(Instant.parse("2026-11-01T00:00:00Z"))).isTrue();
    assertThat(notice.holdsAt(Instant.parse("2026-12-30T23:59:59Z"))).isTrue();
    assertThat(notice.holdsAt(Instant.parse("2026-12-31T00:00:00Z"))).isFalse();
    assertThat(Notices.published(Notices.SHORT).holdsAt(Instant.EPOCH)).isTrue();
    assertThat(Notices.withdrawn(Notices.SHORT).holdsAt(Instant.EPOCH)).isFalse();
  }

  @Test
  void shouldKeepNothingOfWhatAWithdrawnWarningSaid() {
    WarningNotice notice = Notices.withdrawn(Notices.FULL);

    assertThat(notice.withdrawn()).isTrue();
    assertThat(notice.version()).isEqualTo(2);
    assertThat(notice.title()).isEqualTo("W-2026-000041 was withdrawn");
    assertThat(notice.advice()).isEqualTo(Advice.NONE);
    assertThat(List.of(notice.products(), notice.cves(), notice.references()))
        .allMatch(List::isEmpty);
    assertThat(notice.observables()).isEmpty();
    assertThat(notice.toString()).doesNotContain("Phishing", "attacker", "passwords");
  }

  @Test
  void shouldTellWhatANewVersionNoLongerTellsNeither() {
    WarningNotice notice =
        Notices.published(
            Notices.FULL, Notices.FULL.replace("login.attacker.net\"}", "other.net\"}"));

    assertThat(notice.version()).isEqualTo(2);
    assertThat(notice.change()).isEqualTo("note");
    assertThat(notice.observables().toString())
        .contains("other.net")
        .doesNotContain("value=login.attacker.net]");
    assertThat(notice.observables()).hasSize(5);
  }
}
