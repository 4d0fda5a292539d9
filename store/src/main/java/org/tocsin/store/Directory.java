package org.tocsin.store;

import java.util.List;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;

/**
 * Reads the directory whole, as far as searches see it. Thread-safe. Every call throws {@link
 * StoreUnavailableException} when there is no answer.
 */
public interface Directory {
  /** A number that is another one after each change; cheap to ask for. */
  long edition();

  /** All organisations, retired ones too, in the order of their ids. */
  List<Organisation> organisations();

  /** All sharing groups, retired ones too, in the order of their ids. */
  List<SharingGroup> groups();
}
