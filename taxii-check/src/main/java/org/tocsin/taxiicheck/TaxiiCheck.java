package org.tocsin.taxiicheck;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Examines a TAXII 2.1 server by the rules of the standard: all API roots it names on its own host,
 * and in each the collections whoever asks may read. It only reads, unless it is told a collection
 * to add to.
 */
public final class TaxiiCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private TaxiiCheck() {}

  /**
   * Examines one.
   *
   * @param discovery the address of its discovery, such as {@code https://example.com/taxii2/}
   * @param credentials who asks
   * @param addTo id or alias of the collection to add an indicator to, null to add nothing
   * @param told hears of each finding as soon as there is one
   * @return all findings, in the order they were made
   */
  public static List<Finding> examine(
      URI discovery, Credentials credentials, @Nullable String addTo, Consumer<Finding> told) {
    Findings findings = new Findings(told);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      Server server = Server.at(http, discovery, credentials);
      for (URI root : new ServerRules(server, findings).examine()) {
        if (discovery.getAuthority().equals(root.getAuthority())) {
          root(server, root, addTo, findings);
        }
      }
    }
    return findings.all();
  }

  private static void root(Server server, URI root, @Nullable String addTo, Findings findings) {
    List<Collection> collections = new CollectionRules(server, root, findings).examine();
    new AccessRules(server, root, collections, findings).examine();
    for (Collection collection : collections) {
      findings.at(collection.name());
      if (collection.isReadable()) {
        List<Entry> entries = new PageRules(server, collection, findings).examine();
        new MatchRules(server, collection, entries, findings).examine();
        new ObjectRules(server, collection, entries, findings).examine();
      }
      if (collection.id().equals(addTo) || collection.name().equals(addTo)) {
        new AddRules(server, root, collection, findings).examine();
      }
      findings.at(null);
    }
  }
}
