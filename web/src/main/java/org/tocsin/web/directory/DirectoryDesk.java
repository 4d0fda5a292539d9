package org.tocsin.web.directory;

import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.command.Handed;
import org.tocsin.web.problem.BadParameterException;

/**
 * Where organisations and sharing groups are changed. Those who may not see how an entry stands are
 * turned away before they could learn it from a conflict.
 */
public final class DirectoryDesk {
  private final CommandDesk desk;
  private final FoundDirectory directory;

  /** Hands in there. */
  public DirectoryDesk(CommandDesk desk, FoundDirectory directory) {
    this.desk = desk;
    this.directory = directory;
  }

  /** Whether the reader's roles include changing organisations and making groups. */
  public static boolean isOpenTo(Reader reader) {
    return reader.roles().contains(Role.ADMIN);
  }

  /** Whether the reader may change that group, so far as their role and organisation say. */
  public static boolean mayChange(SharingGroup group, Reader reader) {
    return isOpenTo(reader)
        || reader.roles().contains(Role.FOCAL_POINT) && group.owner().equals(reader.organisation());
  }

  /**
   * Changes an organisation.
   *
   * @throws AccessDeniedException unless the reader is an admin
   * @throws RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed organisation(String id, Asked asked, Reader reader) {
    if (!isOpenTo(reader)) {
      throw new AccessDeniedException("the directory is changed by admins");
    }
    return submit(Organisation.ref(readable(id)), asked, reader);
  }

  /**
   * Changes a sharing group.
   *
   * @throws org.tocsin.web.problem.NotVisibleException when the reader may not know of it
   * @throws RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed group(String id, Asked asked, Reader reader) {
    if (!isOpenTo(reader)) {
      directory.group(id, reader);
    }
    return submit(SharingGroup.ref(readable(id)), asked, reader);
  }

  private Handed submit(EntityRef entity, Asked asked, Reader reader) {
    Command command = command(entity, asked, reader);
    return new Handed(command, desk.submit(command));
  }

  private static Command command(EntityRef entity, Asked asked, Reader reader) {
    return BadParameterException.unlessReadable(() ->
        new Command(
            asked.commandId(),
            Actor.of(reader),
            entity,
            asked.expectedVersion(),
            asked.action(),
            asked.details()));
  }

  private static String readable(String id) {
    return BadParameterException.unlessReadable(() -> Organisation.ref(id).id());
  }
}
