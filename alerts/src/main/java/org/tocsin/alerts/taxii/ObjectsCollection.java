package org.tocsin.alerts.taxii;

import org.tocsin.alerts.taxii.VersionReader.Contents;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.VersionQuery.Of;

/** Everything that arrived as STIX. */
record ObjectsCollection(VersionReader versions) implements TaxiiCollection {
  @Override
  public String alias() {
    return "objects";
  }

  @Override
  public String title() {
    return "Objects";
  }

  @Override
  public String description() {
    return "Every version of every object that arrived as STIX, as it came.";
  }

  @Override
  public Slice read(Selection selection, Reader reader) {
    return versions.read(Contents.all(Of.OBJECTS), selection, reader);
  }
}
