package org.tocsin.store.cluster;

import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Reads documents by id, as they are now, whether searches see them yet or not. Thread-safe. */
public final class Documents {
  /** Properties that may be large; left out where only the head of a document is wanted. */
  private static final List<String> BODY = List.of("stix", "text", "private");

  private static final int HEADS_AT_ONCE = 1_000;
  private static final int WHOLES_AT_ONCE = 20;

  private final Cluster cluster;

  /** Documents of that cluster. */
  public Documents(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Where a document is. */
  public record Key(String index, String id) {}

  /**
   * A document as it is now.
   *
   * @param source what was written, without its body where only the head was asked for
   * @param seqNo the number of its last change
   * @param primaryTerm the term of its last change
   */
  public record Found(ObjectNode source, long seqNo, long primaryTerm) {}

  /** Those that are there, without their STIX and text. */
  public Map<Key, Found> heads(List<Key> keys) {
    return read(keys, BODY, HEADS_AT_ONCE);
  }

  /** Those that are there. */
  public Map<Key, Found> wholes(List<Key> keys) {
    return read(keys, List.of(), WHOLES_AT_ONCE);
  }

  private Map<Key, Found> read(List<Key> keys, List<String> without, int atOnce) {
    Map<Key, Found> found = HashMap.newHashMap(keys.size());
    List<Key> distinct = keys.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += atOnce) {
      List<Key> some = distinct.subList(from, Math.min(distinct.size(), from + atOnce));
      cluster
          .ask("reading " + some.size() + " documents", () -> get(some, without))
          .forEach(item -> put(item, found));
    }
    return found;
  }

  private List<MultiGetResponseItem<ObjectNode>> get(List<Key> keys, List<String> without)
      throws IOException {
    MgetRequest.Builder request = new MgetRequest.Builder().sourceExcludes(without);
    for (Key key : keys) {
      request.docs(item -> item.index(key.index()).id(key.id()));
    }
    List<MultiGetResponseItem<ObjectNode>> items =
        cluster.client().mget(request.build(), ObjectNode.class).docs();
    for (MultiGetResponseItem<ObjectNode> item : items) {
      if (item.isFailure() && !"index_not_found_exception".equals(item.failure().error().type())) {
        throw new IOException("a document could not be read: " + item.failure().error().type());
      }
    }
    return items;
  }

  private static void put(MultiGetResponseItem<ObjectNode> item, Map<Key, Found> found) {
    if (item.isFailure() || !item.result().found()) {
      return;
    }
    GetResult<ObjectNode> result = item.result();
    ObjectNode source = result.source();
    Long seqNo = result.seqNo();
    Long primaryTerm = result.primaryTerm();
    if (source != null && seqNo != null && primaryTerm != null) {
      found.put(new Key(result.index(), result.id()), new Found(source, seqNo, primaryTerm));
    }
  }
}
