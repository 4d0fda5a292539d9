package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.store.IncidentSamples.decided;
import static org.tocsin.store.IncidentSamples.incident;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.TestStore.ALL;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.rsit.Rsit;

@UseEngines(EngineKind.ELASTICSEARCH)
class IncidentSearchIT {
  private static final Network SHOP = new Network(null, "example.org", null, "DE");
  private static final Network HOST = new Network(null, null, "2001:DB8::7", null);

  private TestStore test;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    write(
        decided(1, 1, incident("scan").build()),
        decided(
            2,
            1,
            incident("phish")
                .number("2026-000002", "Login page of a bank copied")
                .in(Incident.REPORTS, SHOP, Rsit.PHISHING)
                .stands(IncidentState.INVESTIGATING, Severity.HIGH, "alma", true)
                .build()),
        decided(
            3,
            1,
            incident("host")
                .number("2026-000003", "Vulnerable system")
                .in(Incident.FEEDS, HOST, Rsit.VULNERABLE_SYSTEM)
                .stands(IncidentState.RESOLVED, Severity.LOW, "bert", false)
                .build()));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void shouldFindByWhereAnIncidentStands() {
    assertThat(found(query().queue("reports"))).containsExactly(id("phish"));
    assertThat(found(query().states(IncidentState.NEW, IncidentState.RESOLVED)))
        .containsExactly(id("host"), id("scan"));
    assertThat(found(query().assignee("alma"))).containsExactly(id("phish"));
    assertThat(found(query().assignee(""))).containsExactly(id("scan"));
    assertThat(found(query().severity(Severity.HIGH))).containsExactly(id("phish"));
    assertThat(found(query().escalated())).containsExactly(id("phish"));
  }

  @Test
  void shouldFindByWhatItIsAboutAndWhere() {
    assertThat(found(query().country("fr"))).containsExactly(id("scan"));
    assertThat(found(query().type("phishing"))).containsExactly(id("phish"));
    assertThat(found(query().type("vulnerable"))).containsExactly(id("host"));
  }

  @Test
  void shouldFindByWordsNumberAddressDomainAndAutonomousSystem() {
    assertThat(found(query().text("bank login"))).containsExactly(id("phish"));
    assertThat(found(query().text("\"bank login\""))).isEmpty();
    assertThat(found(query().text("2026-000003"))).containsExactly(id("host"));
    assertThat(found(query().text("2001:db8::7"))).containsExactly(id("host"));
    assertThat(found(query().text("2001:db8::/32"))).containsExactly(id("host"));
    assertThat(found(query().text("Example.Org."))).containsExactly(id("phish"));
    assertThat(found(query().text("org"))).containsExactly(id("phish"));
    assertThat(found(query().text("AS64500"))).containsExactly(id("scan"));
    assertThat(found(query().text("64500 bank"))).isEmpty();
  }

  @Test
  void shouldShowTheLastOpenedFirstPageByPageWhateverIsDecidedLater() {
    write(
        decided(
            4,
            2,
            incident("scan").stands(IncidentState.CLOSED, Severity.LOW, null, false).build()));
    List<UUID> read = new ArrayList<>();
    String cursor = null;
    Page<StoredIncident> page;
    do {
      page = test.store().incidents().search(query().page(cursor, 1), ALL);
      page.items().forEach(item -> read.add(item.incident().id()));
      cursor = page.cursor();
    } while (page.more());

    assertThat(read).containsExactly(id("host"), id("phish"), id("scan"));
    assertThat(found(query().states(IncidentState.CLOSED))).containsExactly(id("scan"));
  }

  @Test
  void shouldFindByIdAndByNumber() {
    StoredIncident phish = test.store().incidents().find("2026-000002", ALL).orElseThrow();

    assertThat(phish.incident().id()).isEqualTo(id("phish"));
    assertThat(phish.version()).isEqualTo(1);
    assertThat(phish.opened()).isEqualTo(phish.changed());
    assertThat(test.store().incidents().find(id("phish").toString(), ALL)).contains(phish);
    assertThat(test.store().incidents().find("2026-999999", ALL)).isEmpty();
    assertThat(test.store().incidents().find("nonsense", ALL)).isEmpty();
  }

  @Test
  void shouldRefuseACursorOfAnotherSearch() {
    String other =
        test.store()
            .observations()
            .search(TestStore.query(ObservationQuery.Order.NEWEST, null, 1), ALL, TestStore.LATER)
            .cursor();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.store().incidents().search(query().page(other, 1), ALL));
  }

  private void write(Decision... decisions) {
    test.store().decisionWriter().write(List.of(decisions));
    test.store().decisionWriter().makeVisible();
  }

  private List<UUID> found(Asked asked) {
    return test.store().incidents().search(asked.page(null, 100), ALL).items().stream()
        .map(item -> item.incident().id())
        .toList();
  }

  private static Asked query() {
    return new Asked();
  }

  private static final class Asked {
    private @Nullable String queue;
    private Set<IncidentState> states = Set.of();
    private @Nullable String assignee;
    private @Nullable Severity severity;
    private boolean escalated;
    private @Nullable String country;
    private @Nullable String type;
    private @Nullable String text;

    Asked queue(String name) {
      queue = name;
      return this;
    }

    Asked states(IncidentState... some) {
      states = Set.of(some);
      return this;
    }

    Asked assignee(String name) {
      assignee = name;
      return this;
    }

    Asked severity(Severity how) {
      severity = how;
      return this;
    }

    Asked escalated() {
      escalated = true;
      return this;
    }

    Asked country(String code) {
      country = code;
      return this;
    }

    Asked type(String name) {
      type = name;
      return this;
    }

    Asked text(String words) {
      text = words;
      return this;
    }

    IncidentQuery page(@Nullable String cursor, int limit) {
      return new IncidentQuery(
          queue, states, assignee, severity, escalated, country, type, text, cursor, limit);
    }
  }
}
