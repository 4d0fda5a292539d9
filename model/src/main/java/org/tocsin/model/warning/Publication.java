package org.tocsin.model.warning;

import java.util.Optional;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Role;

/** What shows a warning to its readers, and what takes it back. */
final class Publication {
  private Publication() {}

  static Warning publish(Warning warning, Journaled made) {
    WorkingCopy working = Drafting.working(warning);
    Approval approval = working.approval();
    if (approval == null || !working.isApproved()) {
      throw RefusedException.wrongState(
          "it is not approved by somebody who changed nothing of it; nothing goes out without");
    }
    WarningContent content = working.content();
    Drafting.requireToHold(content, made.added());
    requireToReachAllReaders(warning, content);
    return warning.published(
        new WarningVersion(
            warning.versions().size() + 1,
            content,
            made.added(),
            made.offset(),
            made.command().by().name(),
            approval.by(),
            approval.hash(),
            working.note()));
  }

  private static void requireToReachAllReaders(Warning warning, WarningContent content) {
    Optional<WarningVersion> before = warning.published();
    if (before.isPresent() && !Addressed.reachesAllOf(before.get().content(), content)) {
      throw RefusedException.wrongState(
          "some readers of the published version would not see this one; narrow the warning"
              + " instead");
    }
  }

  /** What nobody has seen may be thrown away by whoever may write it. */
  static Warning withdraw(Warning warning, Journaled made) {
    Command command = made.command();
    if (warning.published().isPresent() && !command.by().hasAny(Role.LEAD, Role.ADMIN)) {
      throw RefusedException.forbidden("what was published is withdrawn by leads and admins");
    }
    return warning.withdrawn(
        new Withdrawal(command.by().name(), made.added(), made.offset(), Drafting.reason(command)),
        null);
  }
}
