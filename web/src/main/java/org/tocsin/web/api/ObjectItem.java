package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.StoredObject;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of an object that arrived as STIX.
 *
 * @param added when it became visible, six digits
 * @param receipt the submission it came in; null where the reader may not see that
 * @param object the object as it arrived
 */
@JsonInclude(Include.NON_NULL)
record ObjectItem(
    String added,
    String provider,
    String feed,
    String tlp,
    @Nullable UUID receipt,
    ObjectNode object) {

  static ObjectItem of(StoredObject stored, SharingFilter submissions) {
    boolean open = submissions.admits(Marked.submission(stored.submitter()));
    return new ObjectItem(
        StixTime.micros(stored.added()),
        stored.origin().provider(),
        stored.origin().feed(),
        stored.tlp().label(),
        open ? stored.slot().receipt() : null,
        stored.object().json());
  }
}
