package org.tocsin.alerts.taxii;

import org.tocsin.alerts.taxii.VersionReader.Contents;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.VersionQuery.Of;

/** Where clients add objects; each reads in it what arrived from itself, by whatever way. */
record InboxCollection(VersionReader versions, Inbox inbox) implements TaxiiCollection {
  /** Its alias. */
  static final String ALIAS = "inbox";

  @Override
  public String alias() {
    return ALIAS;
  }

  @Override
  public String title() {
    return "Inbox";
  }

  @Override
  public String description() {
    return "Add objects here. They are read like every other report; what you sent is shown to you.";
  }

  @Override
  public boolean isWritableBy(Reader reader) {
    return inbox.isOpenTo(reader);
  }

  @Override
  public Slice read(Selection selection, Reader reader) {
    return versions.read(Contents.of(Of.OBJECTS, reader.name()), selection, reader);
  }
}
