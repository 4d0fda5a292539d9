package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Contact;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.web.directory.Seen;

/**
 * An organisation of the directory. Assets, identities, ceiling and whatever is not published are
 * there only for the node's team and the organisation's own people.
 *
 * @param version for the next command's {@code expectedVersion}; null in lists
 * @param assets null where the reader sees the public part only
 * @param identities null where the reader sees the public part only
 * @param ceiling the strictest level it is given, null where the policy alone decides
 */
@JsonInclude(Include.NON_NULL)
record OrganisationBody(
    String id,
    @Nullable Long version,
    String name,
    String kind,
    @Nullable String country,
    List<Contact> contacts,
    List<KeyText> keys,
    @Nullable List<String> assets,
    @Nullable List<String> identities,
    @Nullable String ceiling,
    boolean retired) {

  static OrganisationBody of(Organisation organisation, Reader reader) {
    return of(organisation, null, SharingPolicy.wholeOrganisation(reader, organisation.id()));
  }

  static OrganisationBody of(Seen<Organisation> seen) {
    return of(seen.entity(), seen.version(), seen.whole());
  }

  static OrganisationBody of(Revision revision, Reader reader) {
    Organisation organisation = revision.as(Organisation.class);
    boolean whole = SharingPolicy.wholeOrganisation(reader, organisation.id());
    return of(organisation, revision.version(), whole);
  }

  private static OrganisationBody of(
      Organisation organisation, @Nullable Long version, boolean whole) {
    return new OrganisationBody(
        organisation.id(),
        version,
        organisation.name(),
        organisation.kind().key(),
        organisation.country(),
        organisation.contacts(),
        organisation.keys(),
        whole ? organisation.assets().stream().map(NetworkAsset::text).toList() : null,
        whole ? organisation.identities() : null,
        organisation.ceiling() == null ? null : organisation.ceiling().label(),
        organisation.retired());
  }
}
