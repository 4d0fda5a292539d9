package org.tocsin.model.warning;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Field;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.tlp.Tlp;

/**
 * Whom a warning is addressed to by name, each in alphabetical order and once, so that the same
 * addressees are always written the same way.
 *
 * @param organisations ids of organisations
 * @param groups ids of sharing groups
 * @param persons user names
 */
public record Addressees(List<String> organisations, List<String> groups, List<String> persons) {
  /** Nobody in particular. */
  public static final Addressees NOBODY = new Addressees(List.of(), List.of(), List.of());

  private static final int MOST = 1_000;
  private static final int LONGEST_NAME = 255;

  /** Throws IllegalArgumentException, naming the field, for what cannot be. */
  public Addressees {
    organisations =
        sorted("audience.organisations", organisations, id -> Organisation.ref(id).id());
    groups = sorted("audience.groups", groups, id -> SharingGroup.ref(id).id());
    persons =
        sorted(
            "audience.persons",
            persons,
            name -> Field.text("audience.persons", name, LONGEST_NAME));
  }

  /** As the sharing policy asks for them. */
  public Audience audience() {
    return new Audience(Set.copyOf(organisations), Set.copyOf(groups), Set.copyOf(persons));
  }

  /** Refuses a level for which those who may see it have to be named, where nobody is. */
  void requireNamesFor(Tlp tlp) {
    if (tlp == Tlp.RED && persons.isEmpty()) {
      throw Field.bad("audience.persons", "TLP:RED is for persons, who must be named");
    }
    boolean amber = tlp == Tlp.AMBER || tlp == Tlp.AMBER_STRICT;
    if (amber && organisations.isEmpty() && groups.isEmpty()) {
      throw Field.bad(
          "audience", tlp.label() + " is for organisations or sharing groups, who must be named");
    }
  }

  private static List<String> sorted(
      String field, @Nullable List<String> given, UnaryOperator<String> name) {
    return Field.list(field, given, MOST).stream()
        .map(one -> readable(field, one, name))
        .distinct()
        .sorted()
        .toList();
  }

  private static String readable(String field, String one, UnaryOperator<String> name) {
    try {
      return name.apply(one.strip());
    } catch (IllegalArgumentException e) {
      throw Field.bad(field, "'" + one + "' is no name that can be there");
    }
  }
}
