package org.tocsin.store.cluster;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What a failure means: whether trying again can help. */
final class Failures {
  private static final Set<String> OF_A_MOVE =
      Set.of(
          "index_not_found_exception",
          "alias_not_found_exception",
          "no_shard_available_action_exception");

  private Failures() {}

  /** Whether the same request can succeed later: no connection, no answer, no room, or a move. */
  static boolean isPassing(Exception failure) {
    return switch (failure) {
      case ElasticsearchException refused ->
          isPassing(refused.status()) || OF_A_MOVE.contains(type(refused));
      case ResponseException answer -> isPassing(answer.getResponse().getStatusCode());
      case IOException connection -> true;
      case TimeoutException noConnection -> true;
      // The client wraps what it does not know, such as a wait for a connection that took too long.
      case RuntimeException wrapped when wrapped.getCause() instanceof Exception cause ->
          isPassing(cause);
      default -> false;
    };
  }

  /** Whether that HTTP status stands for a condition that passes. */
  static boolean isPassing(int status) {
    return status == 429 || status >= 500;
  }

  private static String type(ElasticsearchException refused) {
    String type = refused.error().type();
    return type == null ? "" : type;
  }
}
