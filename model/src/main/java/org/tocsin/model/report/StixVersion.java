package org.tocsin.model.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * One version of an object that arrived as STIX.
 *
 * @param versionId what it is: id and modified (STIX 2.1 section 3.6), or id and content where the
 *     object has no versions
 * @param contentHash SHA-256 of the object's canonical JSON (RFC 8785), in hex: tells a repetition
 *     from another object under the same id and version
 * @param object the object as it arrived
 * @param tlp how far it may travel; of an observed-data as far as everything it refers to may, with
 *     which it is shown
 * @param observation what to search for where the object is an observed-data, null for every other
 *     type; its content id is the same for all versions of the object
 */
public record StixVersion(
    UUID versionId,
    String contentHash,
    StixObject object,
    Tlp tlp,
    @Nullable Observation observation)
    implements Fact {}
