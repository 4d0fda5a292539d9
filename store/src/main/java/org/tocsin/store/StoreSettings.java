package org.tocsin.store;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the store reaches Elasticsearch and what it keeps there.
 *
 * @param url where Elasticsearch answers, such as {@code http://127.0.0.1:9200}
 * @param credentials name and password, null where Elasticsearch asks for none
 * @param prefix put before every name of an index, alias and template, so that several nodes can
 *     share a cluster; may be empty
 * @param shards primary shards of each index
 * @param replicas copies of each shard
 * @param retention how long observations and the accounts of raw records are kept
 * @param connectTimeout longest wait for a connection
 * @param requestTimeout longest wait for an answer
 * @param writePatience how long a write is tried again before it is given up
 * @param readPatience how long a query is tried again before it is given up
 * @param submissionTimeout age at which a submission that has no end counts as aborted
 * @param bulkBytes size of one bulk request; a document larger than that goes alone
 * @param documentBytes largest document; a larger one is {@link WriteResult#UNSTORABLE}. Four times
 *     this must stay below a tenth of Elasticsearch's heap ({@code
 *     indexing_pressure.memory.primary.limit}), or it is refused for ever
 */
public record StoreSettings(
    URI url,
    @Nullable Credentials credentials,
    String prefix,
    int shards,
    int replicas,
    Duration retention,
    Duration connectTimeout,
    Duration requestTimeout,
    Duration writePatience,
    Duration readPatience,
    Duration submissionTimeout,
    int bulkBytes,
    int documentBytes) {

  /** Who the store is to Elasticsearch. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[user=" + user + "]";
    }
  }

  /** Throws IllegalArgumentException for a number or prefix that cannot work. */
  public StoreSettings {
    if (shards < 1 || replicas < 0 || bulkBytes < 1 || documentBytes < 1) {
      throw new IllegalArgumentException("shards, replicas and sizes must not be negative or 0");
    }
    if (!prefix.matches("([a-z0-9][a-z0-9._-]*)?")) {
      throw new IllegalArgumentException(
          "prefix is a-z 0-9 . _ - and begins with a letter or digit");
    }
  }

  /** The defaults for an Elasticsearch of one node at that address. */
  public static StoreSettings at(URI url) {
    return new StoreSettings(
        url,
        null,
        "",
        1,
        0,
        Duration.ofDays(400),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Duration.ofMinutes(15),
        5 * 1024 * 1024,
        20 * 1024 * 1024);
  }

  /** The same with that prefix. */
  public StoreSettings withPrefix(String other) {
    return new StoreSettings(
        url,
        credentials,
        other,
        shards,
        replicas,
        retention,
        connectTimeout,
        requestTimeout,
        writePatience,
        readPatience,
        submissionTimeout,
        bulkBytes,
        documentBytes);
  }
}
