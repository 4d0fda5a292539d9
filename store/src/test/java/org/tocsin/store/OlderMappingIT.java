package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.account.Submission;

/** A node that ran an earlier version goes on with the indices it has. */
@UseEngines(EngineKind.ELASTICSEARCH)
class OlderMappingIT {
  /** As it was before raw records knew of incidents. */
  private static final String OLDER =
      """
      {"settings": {"number_of_replicas": 0},
       "aliases": {"%soutcomes": {}},
       "mappings": {"dynamic": "strict", "properties": {
        "receipt": {"type": "keyword", "ignore_above": 36},
        "number": {"type": "integer"},
        "provider": {"type": "keyword", "ignore_above": 64},
        "collected": {"type": "long", "index": false}}}}
      """;

  @Test
  void shouldAddTheFieldsOfALaterVersionAtTheStart(EngineAddresses engines) throws Exception {
    try (TestStore test = TestStore.at(engines.elasticsearchUrl());
        HttpClient http = HttpClient.newHttpClient()) {
      test.store().keepUp();
      String prefix = test.settings().prefix();
      String url = engines.elasticsearchUrl() + "/";
      send(http, url + "_index_template/" + prefix + "tocsin-outcomes", "DELETE", "");
      send(http, url + prefix + "outcomes-g1", "DELETE", "");
      send(http, url + prefix + "outcomes-g1", "PUT", OLDER.formatted(prefix));

      test.store().keepUp();
      Submission submission = AccountSamples.sealed("r", 3);
      Outcome outcome = AccountSamples.outcome(submission, 0, 3, 0, 0, 0);
      Outcome led =
          new Outcome(
              outcome.receipt(),
              outcome.number(),
              outcome.origin(),
              outcome.submitter(),
              outcome.format(),
              outcome.normaliser(),
              outcome.collectedAt(),
              outcome.raw(),
              outcome.collected(),
              outcome.observed(),
              outcome.duplicate(),
              outcome.suppressed(),
              outcome.rejected(),
              outcome.rejects(),
              List.of(Samples.id("A")));
      test.store().facts().writeOutcomes(List.of(led));
      test.store().facts().makeVisible();
      test.store()
          .decisionWriter()
          .write(List.of(IncidentSamples.decided(1, 1, IncidentSamples.incident("A").build())));

      assertThat(test.store().receiptIncidents().of(outcome.receipt(), TestStore.ALL))
          .extracting(stored -> stored.incident().id())
          .containsExactly(Samples.id("A"));
    }
  }

  private static void send(HttpClient http, String url, String method, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }
}
