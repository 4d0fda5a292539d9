package org.tocsin.formats.mail;

import java.nio.charset.StandardCharsets;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.JsonNode;

/** The mails among the samples, and what is read of them. */
final class Mails {
  private static final MailFormat FORMAT = new MailFormat();

  private Mails() {}

  static String text(String sample) {
    return new String(Submitted.bytes("/samples/mail/" + sample), StandardCharsets.UTF_8);
  }

  static Submitted sample(String name) {
    return Submitted.ofResource(FORMAT, "/samples/mail/" + name);
  }

  static Submitted of(String text) {
    return Submitted.of(FORMAT, "mail.eml", text);
  }

  /** A field of the original; empty where it was not kept. */
  static String field(Observation observation, String name) {
    JsonNode extension =
        observation.objects().getFirst().json().path("extensions").path(TocsinExtension.ID);
    return extension.path(TocsinExtension.FIELDS).path(name).asString("");
  }
}
