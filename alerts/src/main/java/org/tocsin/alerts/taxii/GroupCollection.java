package org.tocsin.alerts.taxii;

import org.tocsin.alerts.taxii.VersionReader.Contents;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Reader;

/** What was addressed to a sharing group: warnings and incidents. */
record GroupCollection(SharingGroup group, VersionReader versions) implements TaxiiCollection {
  /** Before the group's id, which could be the name of another collection. */
  private static final String PREFIX = "group-";

  private static final String WHAT = "Warnings and incidents addressed to this sharing group.";

  @Override
  public String alias() {
    return PREFIX + group.id();
  }

  @Override
  public String title() {
    return group.name();
  }

  @Override
  public String description() {
    return group.description() == null ? WHAT : WHAT + " " + group.description();
  }

  @Override
  public Slice read(Selection selection, Reader reader) {
    return versions.read(Contents.of(group), selection, reader);
  }
}
