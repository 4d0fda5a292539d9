package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * One version of an object that arrived as STIX, as it is kept.
 *
 * @param slot where it entered first
 * @param origin provider and feed
 * @param submitter who sent it in, null where the reader sees it without what is personal
 * @param added when it became visible, microseconds
 * @param tlp how far it may travel
 * @param raw where its raw record is kept
 * @param object the object
 */
public record StoredObject(
    Slot slot,
    Origin origin,
    @Nullable String submitter,
    Instant added,
    Tlp tlp,
    RawLocation raw,
    StixObject object) {

  /** The same as those see it whom that filter admits to it: whole, or without what is personal. */
  public StoredObject under(SharingFilter filter) {
    boolean whole = submitter != null && filter.admitsWhole(Marked.of(tlp, submitter));
    return whole ? this : redacted();
  }

  /** Whether what is personal is in it, which shows to the team and to whoever sent it in. */
  public boolean isWhole() {
    return submitter != null;
  }

  private StoredObject redacted() {
    StixObject left = Redaction.of(List.of(object)).getFirst();
    return new StoredObject(slot, origin, null, added, tlp, raw, left);
  }
}
