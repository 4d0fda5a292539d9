package org.tocsin.store.write;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.Slot;
import org.tocsin.store.WriteResult;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.Header;
import tools.jackson.databind.node.ObjectNode;

/** One fact on its way into the store, and how far it has come. Used by one thread. */
final class Draft {
  private final PlacedFact fact;
  private final Form form;
  private @Nullable ObjectNode precedent;
  private Key key = new Key("", "");
  private boolean there;
  private @Nullable WriteResult result;

  Draft(PlacedFact fact) {
    this.fact = fact;
    this.form = Form.of(fact);
  }

  PlacedFact fact() {
    return fact;
  }

  Form form() {
    return form;
  }

  Slot slot() {
    return fact.slot();
  }

  /** Where its document is, or is to be; looked up anew in each round. */
  Key key() {
    return key;
  }

  void place(String index) {
    key = new Key(index, form.id());
  }

  /** Whether a document of its id is known to be there. */
  boolean isThere() {
    return there;
  }

  void found(boolean isThere) {
    there = isThere;
  }

  boolean isOpen() {
    return result == null;
  }

  void finish(WriteResult what) {
    result = what;
  }

  WriteResult result() {
    if (result == null) {
      throw new IllegalStateException("not written yet: " + fact.slot());
    }
    return result;
  }

  /** Takes over the identity that a document of the same id has in an older generation. */
  void follow(ObjectNode document) {
    precedent = document;
    if (form.isOther(document) && !Header.read(document).slot().equals(slot())) {
      finish(WriteResult.VERSION_CONFLICT);
    }
  }

  /** The header of the document when it is written for the first time. */
  Header header() {
    return precedent == null
        ? Header.of(fact, form.tlp())
        : Header.read(precedent)
            .remade(fact.normaliser(), form.tlp())
            .listed(Header.of(fact, form.tlp()).listing());
  }

  /** The result where a document with that header is stored. */
  WriteResult resultBeside(Header stored) {
    return stored.slot().equals(slot()) ? WriteResult.OBSERVED : WriteResult.DUPLICATE;
  }
}
