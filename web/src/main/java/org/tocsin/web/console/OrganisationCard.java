package org.tocsin.web.console;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Contact;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.web.directory.Seen;

/**
 * An organisation, as its page shows it.
 *
 * @param whole whether the reader sees all of it; assets and identities are empty otherwise
 * @param ceiling the strictest level it is given, null where the policy alone decides
 */
record OrganisationCard(
    String id,
    String name,
    String kind,
    @Nullable String country,
    List<Reach> contacts,
    List<KeyText> keys,
    List<String> assets,
    List<String> identities,
    @Nullable String ceiling,
    boolean whole,
    boolean retired) {

  /** A contact in words. */
  record Reach(String name, String role, String ways, String when, boolean published) {
    static Reach of(Contact contact) {
      return new Reach(
          contact.name(),
          contact.role() == null ? "" : contact.role(),
          reach(contact),
          Stream.of(contact.hours(), String.join(", ", contact.languages()))
              .filter(text -> text != null && !text.isEmpty())
              .collect(Collectors.joining(" · ")),
          contact.published());
    }
  }

  static OrganisationCard of(Seen<Organisation> seen) {
    Organisation organisation = seen.entity();
    return new OrganisationCard(
        organisation.id(),
        organisation.name(),
        RsitWords.of(organisation.kind().key()),
        organisation.country(),
        organisation.contacts().stream().map(Reach::of).toList(),
        organisation.keys(),
        organisation.assets().stream().map(NetworkAsset::text).toList(),
        organisation.identities(),
        organisation.ceiling() == null ? null : organisation.ceiling().label(),
        seen.whole(),
        organisation.retired());
  }

  /** E-mail address and phone number, those there are. */
  static String reach(Contact contact) {
    return Stream.of(contact.email(), contact.phone())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }
}
