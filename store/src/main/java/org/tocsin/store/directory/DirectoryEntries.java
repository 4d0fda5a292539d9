package org.tocsin.store.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tocsin.model.directory.AssetRegister;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Membership;

/** The directory as it stood at one moment. Immutable. */
public final class DirectoryEntries {
  private final List<Organisation> organisations;
  private final List<SharingGroup> groups;
  private final Map<String, Organisation> byId = new HashMap<>();
  private final AssetRegister register;
  private final Map<String, Membership> memberships = new ConcurrentHashMap<>();

  /** With those entries, retired ones among them. */
  public DirectoryEntries(List<Organisation> organisations, List<SharingGroup> groups) {
    this.organisations = List.copyOf(organisations);
    this.groups = List.copyOf(groups);
    this.organisations.forEach(organisation -> byId.put(organisation.id(), organisation));
    this.register = new AssetRegister(organisations);
  }

  /** All organisations, retired ones too. */
  public List<Organisation> organisations() {
    return organisations;
  }

  /** All sharing groups, retired ones too. */
  public List<SharingGroup> groups() {
    return groups;
  }

  /** The organisation of that id, retired or not. */
  public Optional<Organisation> organisation(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Ids of the organisations responsible for a part of the net, by the smallest asset that holds
   * it.
   *
   * @throws IllegalArgumentException where the text is no part of the net; fit for the client
   */
  public Set<String> whose(String text) {
    return register.whose(text);
  }

  /** The keys of the organisations that are written to at that mail address; retired ones not. */
  public List<KeyText> keys(String address) {
    return organisations.stream()
        .filter(organisation -> !organisation.retired())
        .filter(organisation ->
            organisation.contacts().stream()
                .anyMatch(contact -> address.equalsIgnoreCase(contact.email())))
        .flatMap(organisation -> organisation.keys().stream())
        .toList();
  }

  /** The groups the organisation is a member of, and what it serves; nothing once it is retired. */
  public Membership membership(String organisation) {
    return memberships.computeIfAbsent(organisation, this::found);
  }

  private Membership found(String id) {
    Organisation organisation = byId.get(id);
    if (organisation == null || organisation.retired()) {
      return Membership.NONE;
    }
    Set<String> of =
        groups.stream()
            .filter(group -> !group.retired() && group.hasMember(id))
            .map(SharingGroup::id)
            .collect(Collectors.toSet());
    return new Membership(of, new Constituency(organisation.assets()), organisation.ceiling());
  }
}
