package org.tocsin.alerts.taxii;

import org.tocsin.alerts.taxii.VersionReader.Contents;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.VersionQuery.Of;

/** Incidents: a version for each decision that changed what can be told of one. */
record IncidentsCollection(VersionReader versions) implements TaxiiCollection {
  @Override
  public String alias() {
    return "incidents";
  }

  @Override
  public String title() {
    return "Incidents";
  }

  @Override
  public String description() {
    return "Each incident as it stood after a decision, with what people added to it.";
  }

  @Override
  public Slice read(Selection selection, Reader reader) {
    return versions.read(Contents.all(Of.INCIDENTS), selection, reader);
  }
}
