package org.tocsin.web.incident;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.incident.Attachment;
import org.tocsin.model.incident.Attachment.Place;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.Decisions;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NoLongerKeptException;
import org.tocsin.web.problem.NotVisibleException;

/**
 * The files of incidents, as a reader may have them: those that may read a message to or from the
 * same people.
 */
public final class FoundAttachments {
  private final FoundIncidents incidents;
  private final FoundTimeline timeline;
  private final Decisions decisions;
  private final AttachmentLog log;

  /** Asks these. */
  public FoundAttachments(
      FoundIncidents incidents, FoundTimeline timeline, Decisions decisions, AttachmentLog log) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.decisions = decisions;
    this.log = log;
  }

  /**
   * A file and its bytes.
   *
   * @param known what is known of it
   */
  public record Whole(KnownAttachment known, byte[] bytes) {}

  /**
   * The files of an incident, oldest first: for the team all, for others those from them and to
   * them.
   *
   * @throws NotVisibleException where there is no incident or the reader may not see it
   */
  public List<KnownAttachment> all(String idOrNumber, Reader reader) {
    return timeline.said(IncidentAction.ATTACH, idOrNumber, reader).stream()
        .map(KnownAttachment::of)
        .toList();
  }

  /**
   * One file with its bytes.
   *
   * @param attachment the id of the command that added it
   * @throws NotVisibleException where there is none or the reader may not have it
   * @throws NoLongerKeptException where its bytes are not there
   * @throws IllegalStateException where its bytes are others than those that were added
   */
  public Whole one(String idOrNumber, String attachment, Reader reader) {
    EntityRef incident = incidents.one(idOrNumber, reader).incident().ref();
    Decision decision =
        Given.uuid(attachment)
            .flatMap(decisions::of)
            .filter(one -> isAddedTo(incident, one.made().command()))
            .orElseThrow(() -> new NotVisibleException("attachment"));
    KnownAttachment known =
        told(decision, reader).orElseThrow(() -> new NotVisibleException("attachment"));
    return new Whole(known, bytes(decision.made().command(), known));
  }

  /** What the reader hears of a file that was added; empty where that is nothing. */
  public Optional<KnownAttachment> told(Decision decision, Reader reader) {
    return Telling.of(decision, decision.made().command().entity(), reader)
        .map(KnownAttachment::of);
  }

  private static boolean isAddedTo(EntityRef incident, Command command) {
    return command.entity().equals(incident)
        && command.action().equals(IncidentAction.ATTACH.key());
  }

  private byte[] bytes(Command command, KnownAttachment known) {
    Place place = command.details(Attachment.class).kept();
    if (place == null) {
      throw gone();
    }
    byte[] bytes;
    try {
      bytes = log.read(UUID.fromString(command.entity().id()), command.id(), place);
    } catch (NoSuchElementException e) {
      throw gone();
    }
    if (!sha256(bytes).equals(known.sha256())) {
      throw new IllegalStateException("the bytes of attachment " + known.id() + " have changed");
    }
    return bytes;
  }

  private static NoLongerKeptException gone() {
    return new NoLongerKeptException("The bytes of this file are no longer where they were kept.");
  }

  /** In hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
