package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Revision;
import org.tocsin.web.directory.Seen;

/**
 * A sharing group, for those who may know of it.
 *
 * @param version for the next command's {@code expectedVersion}; null in lists
 * @param owner id of the organisation whose focal point may change its members
 * @param members ids of the organisations in it
 */
@JsonInclude(Include.NON_NULL)
record SharingGroupBody(
    String id,
    @Nullable Long version,
    String name,
    @Nullable String description,
    String owner,
    List<String> members,
    boolean retired) {

  static SharingGroupBody of(SharingGroup group) {
    return of(group, null);
  }

  static SharingGroupBody of(Seen<SharingGroup> seen) {
    return of(seen.entity(), seen.version());
  }

  static SharingGroupBody of(Revision revision) {
    return of(revision.as(SharingGroup.class), revision.version());
  }

  private static SharingGroupBody of(SharingGroup group, @Nullable Long version) {
    return new SharingGroupBody(
        group.id(),
        version,
        group.name(),
        group.description(),
        group.owner(),
        group.members(),
        group.retired());
  }
}
