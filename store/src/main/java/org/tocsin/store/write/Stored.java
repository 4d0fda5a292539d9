package org.tocsin.store.write;

import org.tocsin.store.WriteResult;
import org.tocsin.store.cluster.Documents.Found;
import org.tocsin.store.document.Header;
import org.tocsin.store.write.Form.OfVersion;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stored document beside a fact of the same id.
 *
 * @param draft the fact
 * @param found the document, or its head
 * @param header what its head says
 */
record Stored(Draft draft, Found found, Header header) {

  static Stored of(Draft draft, Found found) {
    return new Stored(draft, found, Header.read(found.source()));
  }

  ObjectNode source() {
    return found.source();
  }

  WriteResult result() {
    WriteResult result = draft.resultBeside(header);
    return result == WriteResult.DUPLICATE && draft.form().isOther(source())
        ? WriteResult.VERSION_CONFLICT
        : result;
  }

  /** Whether the document is as the fact would have it. */
  boolean isSettled() {
    return result() == WriteResult.VERSION_CONFLICT || !(isBehind() || wroteItLast());
  }

  /** Whether the document says less than the fact does. */
  boolean isBehind() {
    return isToBeRevised() || header.isReportedLater(draft.fact());
  }

  /** Whether the fact has a stricter level or comes from a newer normaliser. */
  boolean isToBeRevised() {
    return hasOlderContent() || header.tlp().compareTo(draft.form().tlp()) < 0;
  }

  boolean hasOlderContent() {
    return header.normaliser() < draft.fact().normaliser();
  }

  /** Whether it falls to this fact to see that what follows from the document is written too. */
  boolean wroteItLast() {
    return draft.form() instanceof OfVersion
        && draft.slot().toString().equals(source().path("written_by").asString(""));
  }
}
