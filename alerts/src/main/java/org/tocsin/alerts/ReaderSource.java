package org.tocsin.alerts;

import org.tocsin.model.sharing.Reader;

/** Says who asks what is being answered. */
@FunctionalInterface
public interface ReaderSource {
  /** The one who asks; {@link Reader#ANONYMOUS} where nobody vouches for one. */
  Reader current();
}
