package org.tocsin.model.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.sharing.Role;

/**
 * What commands do to a sharing group: {@code put} describes all of it, {@code retire} ends it.
 * Both are for the role {@code admin}; the focal point of the organisation that owns the group may
 * put it too, as long as it stays the owner.
 */
public final class SharingGroupRules implements Rules {
  /** Describes all of a group; takes up a retired one again. */
  public static final String PUT = "put";

  /** Ends a group. */
  public static final String RETIRE = "retire";

  @Override
  public EntityKind kind() {
    return EntityKind.SHARING_GROUP;
  }

  @Override
  public Set<EntityRef> looksAt(Command command) {
    if (!command.action().equals(PUT)) {
      return Set.of();
    }
    SharingGroup group = Described.by(command, SharingGroup.class);
    Set<EntityRef> organisations = new HashSet<>();
    organisations.add(Organisation.ref(group.owner()));
    group.members().forEach(member -> organisations.add(Organisation.ref(member)));
    return organisations;
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    Command command = made.command();
    Optional<SharingGroup> standing = before.find(command.entity(), SharingGroup.class);
    return switch (command.action()) {
      case PUT -> List.of(put(command, standing, before));
      case RETIRE -> List.of(retire(command, standing));
      default -> throw Described.unknownAction();
    };
  }

  private static SharingGroup put(Command command, Optional<SharingGroup> standing, Before before) {
    SharingGroup group = Described.by(command, SharingGroup.class);
    Actor by = command.by();
    boolean owns = standing.filter(known -> !known.retired() && isOwner(by, known)).isPresent();
    if (!by.hasAny(Role.ADMIN) && !owns) {
      throw RefusedException.forbidden(
          "only the role admin, or a focal point of the owner, may change a sharing group");
    }
    if (!by.hasAny(Role.ADMIN) && !standing.orElseThrow().owner().equals(group.owner())) {
      throw RefusedException.forbidden("owner: only the role admin may give a group away");
    }
    requireThere("owner", group.owner(), before);
    group.members().forEach(member -> requireThere("members", member, before));
    return group;
  }

  private static SharingGroup retire(Command command, Optional<SharingGroup> standing) {
    if (!command.by().hasAny(Role.ADMIN)) {
      throw RefusedException.forbidden("only the role admin may retire a sharing group");
    }
    SharingGroup group =
        standing.orElseThrow(() -> RefusedException.notFound("there is no such sharing group"));
    if (group.retired()) {
      throw RefusedException.wrongState("the sharing group is retired already");
    }
    return group.retire();
  }

  private static boolean isOwner(Actor by, SharingGroup group) {
    return by.hasAny(Role.FOCAL_POINT) && Objects.equals(by.organisation(), group.owner());
  }

  private static void requireThere(String field, String id, Before before) {
    boolean there =
        before
            .find(Organisation.ref(id), Organisation.class)
            .filter(organisation -> !organisation.retired())
            .isPresent();
    if (!there) {
      throw RefusedException.invalid(field + ": no organisation '" + id + "' is in the directory");
    }
  }
}
