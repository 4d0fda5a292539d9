package org.tocsin.model.directory;

import java.util.List;
import java.util.Set;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Role;

/**
 * What commands do to an organisation: {@code put} describes all of it, {@code retire} takes it out
 * of the directory. Both are for the role {@code admin}.
 */
public final class OrganisationRules implements Rules {
  /** Describes all of an organisation; takes a retired one back in. */
  public static final String PUT = "put";

  /** Takes an organisation out of the directory. */
  public static final String RETIRE = "retire";

  @Override
  public EntityKind kind() {
    return EntityKind.ORGANISATION;
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    Command command = made.command();
    if (!command.by().hasAny(Role.ADMIN)) {
      throw RefusedException.forbidden("only the role admin may change organisations");
    }
    return switch (command.action()) {
      case PUT -> List.of(servable(Described.by(command, Organisation.class)));
      case RETIRE -> List.of(standing(command, before).retire());
      default -> throw Described.unknownAction();
    };
  }

  /** Refuses more assets than a search can be narrowed to. */
  private static Organisation servable(Organisation organisation) {
    try {
      new Membership(Set.of(), new Constituency(organisation.assets()));
      return organisation;
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid("assets: " + e.getMessage());
    }
  }

  private static Organisation standing(Command command, Before before) {
    Organisation organisation =
        before
            .find(command.entity(), Organisation.class)
            .orElseThrow(() -> RefusedException.notFound("there is no such organisation"));
    if (organisation.retired()) {
      throw RefusedException.wrongState("the organisation is retired already");
    }
    return organisation;
  }
}
