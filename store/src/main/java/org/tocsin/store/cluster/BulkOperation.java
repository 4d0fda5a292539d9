package org.tocsin.store.cluster;

import java.util.function.Supplier;

/**
 * One write of a bulk request.
 *
 * @param index the index, never an alias
 * @param id the document's id
 * @param condition when it may be written
 * @param source makes the document's JSON, on one line; asked again for each try, so that only what
 *     is being sent is in memory
 */
public record BulkOperation(String index, String id, Condition condition, Supplier<byte[]> source) {

  /** When a document may be written; otherwise the write is a {@link BulkResult#CONFLICT}. */
  public sealed interface Condition {}

  /** Only when there is no document of that id. */
  public record Absent() implements Condition {}

  /** Only over an older version, with a version of our own (external versioning). */
  public record Newer(long version) implements Condition {}

  /** Only over an older version or the same one. */
  public record NotOlder(long version) implements Condition {}

  /** Only over exactly the state that was read. */
  public record Unchanged(long seqNo, long primaryTerm) implements Condition {}
}
