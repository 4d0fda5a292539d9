package org.tocsin.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.CreateIndexResponse;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Grant;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoreSettings;
import org.tocsin.store.TestStore;
import org.tocsin.store.cluster.Cluster;

/**
 * The sharing policy admits the same as a decision and as a query: zero too many, zero too few, on
 * the real Elasticsearch, over generated things and readers.
 */
@UseEngines(EngineKind.ELASTICSEARCH)
class SharingContractIT {
  private static final long SEED = 20_261_125;
  private static final int THINGS = 6_000;
  private static final int WAYS = 12;
  private static final String MAPPING =
      """
      {"settings": {"number_of_replicas": 0, "max_terms_count": 1000000},
       "mappings": {"dynamic": "strict", "properties": {
        "tlp": {"type": "keyword"}, "submitter": {"type": "keyword"},
        "organisations": {"type": "keyword"}, "groups": {"type": "keyword"},
        "persons": {"type": "keyword"},
        "ip": {"type": "ip", "ignore_malformed": true, "doc_values": false},
        "asn": {"type": "long"}, "domain": {"type": "keyword", "doc_values": false},
        "country": {"type": "keyword"}, "personal": {"type": "boolean", "doc_values": false}}}}
      """;

  private static final String INDEX = "contract-" + UUID.randomUUID();
  private static final SharingCases CASES = new SharingCases(SEED);
  private static final List<Marked> THINGS_MADE = CASES.things(THINGS);

  private static Cluster cluster;

  @BeforeAll
  static void write(EngineAddresses engines) throws IOException {
    cluster =
        new Cluster(
            TestStore.withPatience(
                StoreSettings.at(URI.create(engines.elasticsearchUrl())), Duration.ofSeconds(60)));
    CreateIndexResponse created =
        cluster
            .client()
            .indices()
            .create(index -> index.index(INDEX).withJson(new StringReader(MAPPING)));
    assertThat(created.acknowledged()).isTrue();
    BulkResponse written =
        cluster
            .client()
            .bulk(bulk -> {
              bulk.index(INDEX).refresh(Refresh.True);
              for (int i = 0; i < THINGS; i++) {
                String id = String.valueOf(i);
                Map<String, Object> document = document(THINGS_MADE.get(i));
                bulk.operations(one -> one.index(any -> any.id(id).document(document)));
              }
              return bulk;
            });
    assertThat(written.errors()).isFalse();
  }

  private static Map<String, Object> document(Marked thing) {
    Map<String, Object> document = new HashMap<>();
    document.put("tlp", thing.tlp().name());
    document.put("submitter", thing.submitter());
    document.put("organisations", thing.audience().organisations());
    document.put("groups", thing.audience().groups());
    document.put("persons", thing.audience().persons());
    document.put("ip", thing.concerned().ips());
    document.put("asn", thing.concerned().asns());
    document.put("domain", thing.concerned().domains());
    document.put("country", thing.concerned().countries());
    if (thing.personal()) {
      document.put("personal", true);
    }
    return document;
  }

  @AfterAll
  static void close() throws IOException {
    cluster.client().indices().delete(index -> index.index(INDEX));
    cluster.close();
  }

  @Test
  void shouldAdmitTheSameAsADecisionAndAsAQuery() {
    Set<Class<?>> ties = new HashSet<>();
    for (Reader reader : CASES.readers(WAYS)) {
      for (SharingFilter filter : filters(reader)) {
        Set<Integer> decided = decided(filter);
        assertThat(found(Sharing.ofKnowledge(filter))).as("%s", reader).isEqualTo(decided);
        filter.grants().forEach(grant -> note(grant, ties));
      }
    }
    assertThat(ties).as("ties that showed something").hasSize(6);
  }

  /** That a tie admits something and refuses something, or the comparison would say nothing. */
  private static void note(Grant grant, Set<Class<?>> ties) {
    long admitted = THINGS_MADE.stream().filter(grant::admits).count();
    if (admitted > 0 && admitted < THINGS || grant.tie() instanceof Grant.Team) {
      ties.add(grant.tie().getClass());
    }
  }

  private static List<SharingFilter> filters(Reader reader) {
    List<SharingFilter> filters = new ArrayList<>();
    filters.add(SharingPolicy.knowledge(reader));
    filters.add(SharingPolicy.submissions(reader));
    for (Exit exit : Exit.values()) {
      filters.add(SharingPolicy.knowledge(reader, exit));
    }
    return filters.stream().distinct().toList();
  }

  @Test
  void shouldAdmitTheSameSubmissionsAsADecisionAndAsAQuery() {
    for (Reader reader : CASES.readers(2)) {
      SharingFilter filter = SharingPolicy.submissions(reader);
      Set<Integer> decided = new TreeSet<>();
      for (int i = 0; i < THINGS; i++) {
        if (Sharing.admitsSubmission(filter, THINGS_MADE.get(i).submitter())) {
          decided.add(i);
        }
      }
      assertThat(found(Sharing.ofSubmissions(filter))).as("%s", reader).isEqualTo(decided);
    }
  }

  @Test
  void shouldAskForAsManyBlocksAsOneOrganisationMayServe() {
    List<NetworkAsset> blocks =
        IntStream.range(0, 3_000)
            .<NetworkAsset>mapToObj(i ->
                NetworkAsset.parse(
                    i == 0 ? "192.0.2.0/25" : "10.%d.%d.0/25".formatted(i / 200, i % 200)))
            .toList();
    Membership large = new Membership(Set.of(), new Constituency(blocks));
    SharingFilter filter =
        SharingPolicy.knowledge(new Reader("x", Set.of(Role.FOCAL_POINT), "CERT-FR", large));

    assertThat(large.constituency().joinedBlocks()).hasSize(3_000);
    assertThat(found(Sharing.ofKnowledge(filter))).isEqualTo(decided(filter));
  }

  /** What the policy table says, written down once more without the policy. */
  @Test
  void shouldShowAFocalPointWhatTheTableSays() {
    Constituency served = new Constituency(List.of(NetworkAsset.parse("192.0.2.0/24")));
    Reader reader =
        new Reader(
            "fleur", Set.of(Role.FOCAL_POINT), "CERT-FR", new Membership(Set.of("energy"), served));
    Set<Integer> expected = new TreeSet<>();
    for (int i = 0; i < THINGS; i++) {
      Marked thing = THINGS_MADE.get(i);
      boolean named =
          thing.audience().organisations().contains("CERT-FR")
              || thing.audience().groups().contains("energy");
      boolean theirs =
          thing.concerned().ips().stream()
              .anyMatch(ip -> ip.replace("::ffff:", "").startsWith("192.0.2."));
      boolean shown =
          switch (thing.tlp()) {
            case CLEAR, GREEN -> true;
            case AMBER -> named || theirs;
            case AMBER_STRICT -> named;
            case RED -> thing.audience().persons().contains("fleur");
          };
      if (shown && !thing.personal() || thing.submitter().equals("fleur")) {
        expected.add(i);
      }
    }
    assertThat(found(Sharing.ofKnowledge(SharingPolicy.knowledge(reader)))).isEqualTo(expected);
    assertThat(expected).hasSizeBetween(THINGS / 3, THINGS - THINGS / 4);
    assertThat(expected.stream().map(i -> THINGS_MADE.get(i).tlp()).distinct())
        .hasSize(Tlp.values().length);
  }

  private static Set<Integer> decided(SharingFilter filter) {
    Set<Integer> decided = new TreeSet<>();
    for (int i = 0; i < THINGS; i++) {
      if (filter.admits(THINGS_MADE.get(i))) {
        decided.add(i);
      }
    }
    return decided;
  }

  private static Set<Integer> found(List<Query> conditions) {
    List<Hit<Void>> hits =
        cluster.ask(
            "asking what the policy admits",
            () ->
                cluster
                    .client()
                    .search(
                        request ->
                            request
                                .index(INDEX)
                                .size(THINGS)
                                .source(none -> none.fetch(false))
                                .query(Filters.allOf(conditions)),
                        Void.class)
                    .hits()
                    .hits());
    Set<Integer> found = new TreeSet<>();
    hits.forEach(hit -> found.add(Integer.parseInt(String.valueOf(hit.id()))));
    return found;
  }
}
