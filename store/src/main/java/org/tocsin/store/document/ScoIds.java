package org.tocsin.store.document;

import java.util.Collection;
import java.util.List;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;

/**
 * The ids of the SCOs that are kept and shown with an object, by which it is found. Those of
 * personal ones are not among them: an id tells the value it was made of (STIX 2.1 section 2.9).
 */
public final class ScoIds {
  /** The field they are in. */
  public static final String FIELD = "sco_ids";

  private ScoIds() {}

  /**
   * Those of that object.
   *
   * @param objects the object first, then its SCOs
   */
  static Collection<String> of(List<StixObject> objects) {
    String object = objects.getFirst().id();
    return Redaction.of(objects).stream()
        .map(StixObject::id)
        .filter(id -> !id.equals(object))
        .distinct()
        .toList();
  }
}
