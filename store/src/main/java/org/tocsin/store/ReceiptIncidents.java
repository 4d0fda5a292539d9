package org.tocsin.store;

import java.util.List;
import java.util.UUID;
import org.tocsin.model.sharing.SharingFilter;

/** Finds the incidents that came of submissions. Thread-safe. */
@FunctionalInterface
public interface ReceiptIncidents {
  /** How many are shown at most. */
  int MOST = 100;

  /**
   * The incidents that the records of a submission belong to, as far as they are open and the
   * reader may see them, at most {@value #MOST} of them.
   *
   * @throws StoreUnavailableException when there is no answer
   */
  List<StoredIncident> of(UUID receipt, SharingFilter filter);
}
