package org.tocsin.model.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * What commands do to a warning. It is written by the roles {@code analyst}, {@code lead} and
 * {@code admin}; {@code lead} and {@code admin} approve, publish, narrow, and withdraw what was
 * published; every reader acknowledges. Whether a reader sees the warning is for those to ask who
 * hand the command in.
 */
public final class WarningRules implements Rules {
  /** Makes one; the details are a {@link WarningContent}. */
  public static final String CREATE = "create";

  /** Writes all of the working copy anew; the details are a {@link WarningContent}. */
  public static final String EDIT = "edit";

  /** Opens a working copy of what is published. */
  public static final String UPDATE = "update";

  /** Throws the working copy of a published one away. */
  public static final String DISCARD = "discard";

  /** Hands the working copy to somebody else to look at. */
  public static final String SUBMIT = "submit";

  /** Stands for the working copy of that hash. */
  public static final String APPROVE = "approve";

  /** Gives the working copy back. */
  public static final String REJECT = "reject";

  /** Shows the working copy to those it is addressed to. */
  public static final String PUBLISH = "publish";

  /** Takes the warning back. */
  public static final String WITHDRAW = "withdraw";

  /** Takes it back under its old marking, and publishes it anew under a narrower one. */
  public static final String NARROW = "narrow";

  /** Says to have seen what is published. */
  public static final String ACKNOWLEDGE = "acknowledge";

  @Override
  public EntityKind kind() {
    return EntityKind.WARNING;
  }

  @Override
  public Set<EntityRef> looksAt(Command command) {
    return switch (command.action()) {
      case CREATE, EDIT, UPDATE -> Addressed.refs(Drafting.contentOf(command));
      case NARROW -> Narrowing.of(command).looksAt();
      default -> new HashSet<>();
    };
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    Command command = made.command();
    requireRole(command);
    if (command.action().equals(CREATE)) {
      return List.of(Drafting.create(made, before));
    }
    Warning warning =
        before
            .find(command.entity(), Warning.class)
            .orElseThrow(() -> RefusedException.notFound("there is no such warning"));
    if (warning.state() == WarningState.WITHDRAWN) {
      throw RefusedException.wrongState("the warning is withdrawn");
    }
    return switch (command.action()) {
      case EDIT -> List.of(Drafting.edit(warning, made, before));
      case UPDATE -> List.of(Drafting.update(warning, made, before));
      case DISCARD -> List.of(Drafting.discard(warning, made));
      case SUBMIT -> List.of(Review.submit(warning, made));
      case APPROVE -> List.of(Review.approve(warning, made));
      case REJECT -> List.of(Review.reject(warning, made));
      case PUBLISH -> List.of(Publication.publish(warning, made));
      case WITHDRAW -> List.of(Publication.withdraw(warning, made));
      case NARROW -> Narrowing.of(command).decide(warning, made, before);
      case ACKNOWLEDGE -> List.of(Acknowledging.decide(warning, made));
      default -> throw unknownAction();
    };
  }

  private static void requireRole(Command command) {
    Set<Role> allowed =
        switch (command.action()) {
          case CREATE, EDIT, UPDATE, DISCARD, SUBMIT, REJECT, WITHDRAW ->
              Set.of(Role.ANALYST, Role.LEAD, Role.ADMIN);
          case APPROVE, PUBLISH, NARROW -> Set.of(Role.LEAD, Role.ADMIN);
          case ACKNOWLEDGE -> Set.of(Role.values());
          default -> throw unknownAction();
        };
    if (!command.by().hasAny(allowed.toArray(Role[]::new))) {
      throw RefusedException.forbidden("your roles do not include '" + command.action() + "'");
    }
  }

  private static RefusedException unknownAction() {
    return RefusedException.invalid(
        "action: submit, approve, reject, publish, update, discard, withdraw, narrow or"
            + " acknowledge");
  }
}
