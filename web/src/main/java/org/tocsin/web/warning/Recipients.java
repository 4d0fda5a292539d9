package org.tocsin.web.warning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Addressees;
import org.tocsin.store.directory.DirectoryEntries;

/**
 * Whom a warning would reach, by the directory as it stands: the sharing policy read the other way
 * round.
 */
public final class Recipients {
  private static final String BY_NAME = "named";
  private final Tlp tlp;
  private final Addressees audience;
  private final DirectoryEntries directory;
  private final Reader reader;

  private Recipients(Tlp tlp, Addressees audience, DirectoryEntries directory, Reader reader) {
    this.tlp = tlp;
    this.audience = audience;
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * All that are in the directory, in the order of their names; who speaks for them only where the
   * one who asks may know.
   */
  public static List<Recipient> of(
      Tlp tlp, Addressees audience, DirectoryEntries directory, Reader reader) {
    Recipients recipients = new Recipients(tlp, audience, directory, reader);
    List<Recipient> all =
        new ArrayList<>(tlp == Tlp.RED ? recipients.persons() : recipients.organisations());
    all.sort(Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT)));
    return all;
  }

  private List<Recipient> organisations() {
    boolean everybody = tlp == Tlp.CLEAR || tlp == Tlp.GREEN;
    return directory.organisations().stream()
        .filter(this::mayGet)
        .map(one -> new Recipient(one.id(), one.name(), via(one), people(one)))
        .filter(one -> everybody || !one.via().isEmpty())
        .toList();
  }

  private List<Recipient> persons() {
    List<Recipient> all = new ArrayList<>();
    List<String> unknown = new ArrayList<>(audience.persons());
    for (Organisation one : directory.organisations()) {
      List<String> named = audience.persons().stream().filter(one::isSpokenForBy).toList();
      unknown.removeAll(named);
      if (!named.isEmpty() && mayGet(one)) {
        all.add(new Recipient(one.id(), one.name(), List.of(BY_NAME), named));
      }
    }
    if (!unknown.isEmpty()) {
      all.add(new Recipient(null, "Not in the directory", List.of(BY_NAME), unknown));
    }
    return all;
  }

  private List<String> people(Organisation organisation) {
    return SharingPolicy.wholeOrganisation(reader, organisation.id())
        ? organisation.identities()
        : List.of();
  }

  private boolean mayGet(Organisation organisation) {
    Tlp ceiling = organisation.ceiling();
    return !organisation.retired() && (ceiling == null || tlp.compareTo(ceiling) <= 0);
  }

  private List<String> via(Organisation organisation) {
    List<String> via = new ArrayList<>();
    if (audience.organisations().contains(organisation.id())) {
      via.add(BY_NAME);
    }
    directory.groups().stream()
        .filter(group -> !group.retired() && audience.groups().contains(group.id()))
        .filter(group -> group.hasMember(organisation.id()))
        .map(SharingGroup::name)
        .forEach(via::add);
    return via;
  }
}
