package org.tocsin.alerts.taxii;

import java.util.List;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.directory.KnownDirectory;

/**
 * A collection for each sharing group. For whoever is neither of the team nor of a member, its
 * owner included, there is none.
 */
final class GroupCollections implements CollectionSource {
  private final KnownDirectory directory;
  private final VersionReader versions;

  GroupCollections(KnownDirectory directory, VersionReader versions) {
    this.directory = directory;
    this.versions = versions;
  }

  @Override
  public List<TaxiiCollection> of(Reader reader) {
    return directory.now().groups().stream()
        .filter(group -> SharingPolicy.sharingGroup(reader, group) && takesPart(reader, group))
        .<TaxiiCollection>map(group -> new GroupCollection(group, versions))
        .toList();
  }

  private static boolean takesPart(Reader reader, SharingGroup group) {
    return reader.isStaff() || reader.membership().groups().contains(group.id());
  }
}
