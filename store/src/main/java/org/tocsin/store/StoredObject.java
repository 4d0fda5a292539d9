package org.tocsin.store;

import java.time.Instant;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * One version of an object that arrived as STIX, as it is kept.
 *
 * @param slot where it entered first
 * @param origin provider and feed
 * @param submitter who sent it in
 * @param added when it became visible, microseconds
 * @param tlp how far it may travel
 * @param raw where its raw record is kept
 * @param object the object
 */
public record StoredObject(
    Slot slot,
    Origin origin,
    String submitter,
    Instant added,
    Tlp tlp,
    RawLocation raw,
    StixObject object) {}
