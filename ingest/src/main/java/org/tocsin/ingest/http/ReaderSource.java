package org.tocsin.ingest.http;

import org.tocsin.model.sharing.Reader;

/** Says who sends the request that is being answered. */
@FunctionalInterface
public interface ReaderSource {
  /** The sender; {@link Reader#ANONYMOUS} where nobody vouches for one. */
  Reader current();
}
