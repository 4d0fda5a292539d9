package org.tocsin.store.cluster;

/** What one write of a bulk request came to. */
public enum BulkResult {
  /** It is written. */
  DONE,
  /** Its condition did not hold. */
  CONFLICT,
  /** Elasticsearch will never take this document. */
  REFUSED,
  /** Its index is gone or held still: look again which index it belongs in. */
  MOVED,
  /** Not now. Never handed to callers. */
  AGAIN;

  static BulkResult of(int status, String errorType) {
    return switch (status) {
      case 200, 201 -> DONE;
      case 409 -> CONFLICT;
      case 400, 413 -> REFUSED;
      case 403 -> errorType.equals("cluster_block_exception") ? MOVED : AGAIN;
      case 404 -> errorType.equals("index_not_found_exception") ? MOVED : AGAIN;
      default -> AGAIN;
    };
  }
}
