package org.tocsin.web.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.incident.Attachment;
import org.tocsin.model.incident.Attachment.Place;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.command.Handed;
import org.tocsin.web.upload.Upload;

/**
 * Where files are added to incidents. Their bytes are kept first, and only then the command is
 * journalled that tells of them: what is told of is there, and what is refused leaves at most bytes
 * that nobody knows of.
 */
public final class AttachmentDesk {
  /** As if they were kept, to see what comes of the command before they are. */
  private static final Place NOT_YET = new Place(0, 0);

  private final CommandDesk desk;
  private final FoundIncidents incidents;
  private final AttachmentLog log;

  /** Keeps there and hands in there. */
  public AttachmentDesk(CommandDesk desk, FoundIncidents incidents, AttachmentLog log) {
    this.desk = desk;
    this.incidents = incidents;
    this.log = log;
  }

  /**
   * Files that somebody sends.
   *
   * @param commandId of the first; the ids of others follow from it
   * @param to for whom they are beside the team; null for the team alone
   * @param from whom the team had them from; null where the sender had them
   */
  public record Sending(
      UUID commandId, @Nullable String to, @Nullable String from, List<Upload> files) {
    public Sending {
      files = List.copyOf(files);
    }

    private UUID commandId(int number) {
      return number == 0
          ? commandId
          : NameBasedId.in(commandId).part("file").part(String.valueOf(number)).id();
    }
  }

  /**
   * Refuses whoever may not add files to it at all, before anything is read.
   *
   * @throws org.tocsin.web.problem.NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when the reader's roles do not include it
   */
  public Incident open(String idOrNumber, Reader reader) {
    Incident incident = desk.ask(() -> incidents.one(idOrNumber, reader)).incident();
    if (!IncidentAction.ATTACH.isOpenTo(reader.roles())) {
      throw new AccessDeniedException("files are added by the team and by focal points");
    }
    return incident;
  }

  /**
   * Adds files, one after the other, and stops at the first that cannot be added. Sending all of
   * them again under the same command id adds what is missing and nothing twice.
   *
   * @throws org.tocsin.model.journal.RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not keep them
   */
  public List<Handed> attach(String idOrNumber, Sending sending, Reader reader) {
    Incident incident = open(idOrNumber, reader);
    List<Handed> all = new ArrayList<>();
    for (int number = 0; number < sending.files().size(); number++) {
      all.add(attach(incident, sending, number, reader));
    }
    return all;
  }

  private Handed attach(Incident incident, Sending sending, int number, Reader reader) {
    Upload file = sending.files().get(number);
    byte[] bytes = file.content().read();
    UUID id = sending.commandId(number);
    Attachment told =
        new Attachment(
            file.name(),
            file.mediaType(),
            (long) bytes.length,
            FoundAttachments.sha256(bytes),
            NOT_YET,
            sending.to(),
            sending.from());
    Command expected = command(id, incident, told, reader);
    Optional<Decision> earlier = desk.rehearse(expected);
    if (earlier.isPresent()) {
      return new Handed(expected, earlier);
    }
    Place kept = log.append(incident.id(), id, bytes);
    Command command = command(id, incident, told.keptAt(kept), reader);
    return new Handed(command, desk.submit(command));
  }

  private static Command command(UUID id, Incident incident, Attachment told, Reader reader) {
    return new Command(
        id,
        Actor.of(reader),
        incident.ref(),
        null,
        IncidentAction.ATTACH.key(),
        EntityJson.tree(told));
  }
}
