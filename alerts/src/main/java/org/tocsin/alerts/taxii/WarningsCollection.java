package org.tocsin.alerts.taxii;

import org.tocsin.alerts.taxii.VersionReader.Contents;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.VersionQuery.Of;

/** What was published: each version of a warning, with what it refers to. */
record WarningsCollection(VersionReader versions) implements TaxiiCollection {
  @Override
  public String alias() {
    return "warnings";
  }

  @Override
  public String title() {
    return "Warnings";
  }

  @Override
  public String description() {
    return "Each warning as it was published, updated or withdrawn, with the objects it refers to.";
  }

  @Override
  public Slice read(Selection selection, Reader reader) {
    return versions.read(Contents.all(Of.WARNINGS), selection, reader);
  }
}
