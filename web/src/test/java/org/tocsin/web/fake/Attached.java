package org.tocsin.web.fake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.tocsin.model.incident.Attachment;
import org.tocsin.model.incident.Attachment.Place;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;

/** Files of incidents. */
public final class Attached {
  private Attached() {}

  /** Keeps a text as a file of that name, and gives the command that adds it. */
  public static Command file(
      Streamed streamed, UUID command, UUID incident, Actor by, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Place kept = streamed.attachmentLog().append(incident, command, bytes);
    Attachment told =
        new Attachment(text, "text/plain", (long) bytes.length, sha256(bytes), kept, null, null);
    return new Command(command, by, Incident.ref(incident), null, "attach", EntityJson.tree(told));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
