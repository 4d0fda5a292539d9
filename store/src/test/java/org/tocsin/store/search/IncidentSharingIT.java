package org.tocsin.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Network;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.IncidentQuery;
import org.tocsin.store.IncidentSamples;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.TestStore;

/** Whoever searches finds the incidents that the policy's decision would show them, each alike. */
@UseEngines(EngineKind.ELASTICSEARCH)
class IncidentSharingIT {
  private static final int INCIDENTS = 400;

  @Test
  void shouldFindWhatTheDecisionAdmitsForEveryReader(EngineAddresses engines) {
    SharingCases cases = new SharingCases(7);
    try (TestStore test = TestStore.at(engines.elasticsearchUrl())) {
      List<Incident> made =
          cases.things(INCIDENTS).stream().map(IncidentSharingIT::incident).toList();
      List<Decision> decisions = new ArrayList<>();
      made.forEach(each -> decisions.add(IncidentSamples.decided(decisions.size() + 1, 1, each)));
      test.store().decisionWriter().write(decisions);
      test.store().decisionWriter().makeVisible();
      Set<UUID> all = made.stream().map(Incident::id).collect(Collectors.toSet());
      Map<UUID, StoredIncident> stored = test.store().incidents().now(all, TestStore.ALL);
      assertThat(stored).hasSize(INCIDENTS);

      Set<Integer> sizes = new HashSet<>();
      for (Reader reader : cases.readers(4)) {
        SharingFilter filter = SharingPolicy.knowledge(reader);
        Set<UUID> admitted =
            stored.values().stream()
                .filter(each -> filter.admits(each.marked()))
                .map(each -> each.incident().id())
                .collect(Collectors.toSet());
        sizes.add(admitted.size());
        assertThat(found(test, filter)).as("%s", reader).isEqualTo(admitted);
        assertThat(test.store().incidents().now(all, filter).keySet()).isEqualTo(admitted);
      }
      assertThat(sizes).as("how many somebody sees").hasSizeGreaterThan(5).contains(INCIDENTS);
    }
  }

  private static Set<UUID> found(TestStore test, SharingFilter filter) {
    IncidentQuery all =
        new IncidentQuery(null, Set.of(), null, null, false, null, null, null, null, 1_000);
    return test.store().incidents().search(all, filter).items().stream()
        .map(each -> each.incident().id())
        .collect(Collectors.toSet());
  }

  private static Incident incident(Marked thing) {
    return IncidentSamples.incident(UUID.randomUUID().toString())
        .in(Incident.FEEDS, network(thing), Rsit.SCANNER)
        .marked(thing.tlp(), thing.submitter(), thing.audience())
        .build();
  }

  /** At most one of the three, as a network has it. */
  private static Network network(Marked thing) {
    String country = first(thing.concerned().countries());
    Long asn = thing.concerned().asns().stream().findFirst().orElse(null);
    String domain = first(thing.concerned().domains());
    String ip = first(thing.concerned().ips());
    return asn != null
        ? new Network(asn, null, null, country)
        : domain != null
            ? new Network(null, domain, null, country)
            : new Network(null, null, ip, country);
  }

  private static String first(Set<String> values) {
    return values.stream().findFirst().orElse(null);
  }
}
