package org.tocsin.alerts.taxii;

import java.util.List;
import org.tocsin.model.sharing.Reader;

/** Says which collections there are for a reader; several sources make up the API root. */
@FunctionalInterface
interface CollectionSource {
  /** Those the reader may know of. */
  List<TaxiiCollection> of(Reader reader);
}
