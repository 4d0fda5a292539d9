package org.tocsin.store.write;

import org.tocsin.model.report.PlacedFact;
import org.tocsin.store.document.Header;

/** What a writer does to a document it has to change. */
enum Mode {
  /** Readers are to see the change: the document becomes visible anew. */
  LIVE {
    @Override
    Header changed(Header stored, PlacedFact fact, Form form) {
      return merged(stored, fact, form).changed(fact.added());
    }
  },
  /** Nothing is new to readers: each document keeps the time it became visible. */
  REBUILD {
    @Override
    Header changed(Header stored, PlacedFact fact, Form form) {
      return merged(stored, fact, form);
    }
  };

  abstract Header changed(Header stored, PlacedFact fact, Form form);

  private static Header merged(Header stored, PlacedFact fact, Form form) {
    return stored.remade(Math.max(stored.normaliser(), fact.normaliser()), form.tlp());
  }
}
