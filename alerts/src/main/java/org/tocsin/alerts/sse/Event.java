package org.tocsin.alerts.sse;

import org.tocsin.alerts.ReleaseBundle;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery.Of;

/**
 * One version, as a client gets it.
 *
 * @param id where to go on after it
 * @param type what happened: {@code published}, {@code updated} or {@code withdrawn} to a warning,
 *     {@code changed} to an incident
 * @param data a STIX bundle on one line: the object first, then what comes with it
 */
record Event(String id, String type, String data) {
  static Event of(Of of, StoredVersion version) {
    String type = of == Of.INCIDENTS ? "changed" : ReleaseBundle.happening(version);
    return new Event(version.cursor(), type, ReleaseBundle.json(version));
  }
}
