package org.tocsin.store.index;

import co.elastic.clients.elasticsearch.indices.PutIndexTemplateRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.tocsin.model.stix.StixJson;
import org.tocsin.store.StoreSettings;
import org.tocsin.store.cluster.Cluster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Declares the mapping and settings of every view, once, as composable index templates. They also
 * forbid that a write makes an index, whatever the cluster's own setting says.
 */
final class Templates {
  /** Above the templates Elasticsearch brings along. */
  private static final int PRIORITY = 500;

  /** An account names the raw records and receipts it leaves out or asks for, one term each. */
  private static final int MOST_TERMS = 1_000_000;

  private final Cluster cluster;
  private final Names names;

  Templates(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.names = names;
  }

  void put() {
    for (View view : View.values()) {
      String body = template(view).toString();
      cluster.ask(
          "declaring " + view.key(),
          () ->
              cluster
                  .client()
                  .indices()
                  .putIndexTemplate(
                      new PutIndexTemplateRequest.Builder()
                          .name(names.prefix() + "tocsin-" + view.key())
                          .withJson(new StringReader(body))
                          .build()));
    }
  }

  private ObjectNode template(View view) {
    ObjectNode body = StixJson.MAPPER.createObjectNode();
    body.putArray("index_patterns").add(names.pattern(view));
    body.put("priority", PRIORITY).put("allow_auto_create", false);
    ObjectNode template = body.putObject("template");
    template.set("settings", settings());
    template.set("mappings", mappings(view));
    return body;
  }

  /**
   * The refresh interval is only a safety net: whoever commits an offset refreshes first. It must
   * be set, because without it a shard nobody searches is never refreshed.
   */
  private ObjectNode settings() {
    StoreSettings settings = cluster.settings();
    return StixJson.MAPPER
        .createObjectNode()
        .put("index.number_of_shards", settings.shards())
        .put("index.number_of_replicas", settings.replicas())
        .put("index.refresh_interval", "30s")
        .put("index.max_terms_count", MOST_TERMS);
  }

  static JsonNode mappings(View view) {
    String file =
        switch (view) {
          case CURRENT -> View.OBJECTS.key();
          case LATEST -> View.RELEASES.key();
          default -> view.key();
        };
    try (InputStream json = Templates.class.getResourceAsStream(file + ".json")) {
      if (json == null) {
        throw new IllegalStateException("no mapping of " + file);
      }
      return StixJson.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the mapping of " + file, e);
    }
  }
}
