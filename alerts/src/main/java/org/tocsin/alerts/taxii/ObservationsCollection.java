package org.tocsin.alerts.taxii;

import org.tocsin.alerts.taxii.VersionReader.Contents;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.VersionQuery.Of;

/** What was observed, with the SCOs each observed-data refers to. */
record ObservationsCollection(VersionReader versions) implements TaxiiCollection {
  @Override
  public String alias() {
    return "observations";
  }

  @Override
  public String title() {
    return "Observations";
  }

  @Override
  public String description() {
    return "What was observed: each observed-data with the cyber-observables it refers to.";
  }

  @Override
  public Slice read(Selection selection, Reader reader) {
    return versions.read(Contents.all(Of.OBSERVATIONS), selection, reader);
  }
}
