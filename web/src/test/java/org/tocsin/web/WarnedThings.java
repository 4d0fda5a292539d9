package org.tocsin.web;

import java.util.Set;
import java.util.UUID;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Warning;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import tools.jackson.databind.node.ObjectNode;

/** Warnings that went their way through the journal of a test. */
final class WarnedThings {
  private static final Actor LEAD = new Actor("lead", Set.of(Role.LEAD), null);
  private final Judged judged;

  /** In a directory with two groups. */
  WarnedThings(Judged judged) {
    this.judged = judged;
    judged
        .journal()
        .append(
            Made.put(
                Organisation.ref("cert-fr"), "{\"name\": \"CERT-FR\", \"kind\": \"focal-point\"}"));
    for (String group : new String[] {"energy", "banks"}) {
      judged
          .journal()
          .append(
              Made.put(
                  SharingGroup.ref(group),
                  "{\"name\": \"%s\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\"]}"
                      .formatted(group)));
    }
  }

  /** One that is only written; returns what is in it and nowhere else. */
  String draft(int number, Tlp tlp, String group) {
    String title = "warning-" + number + "-about";
    String audience =
        tlp == Tlp.RED ? "{\"persons\": [\"focal-fr\"]}" : "{\"groups\": [\"" + group + "\"]}";
    decide(
        number,
        LEAD,
        "create",
        "{\"title\": \"%s\", \"summary\": \"S\", \"severity\": \"high\", \"tlp\": \"%s\", \"audience\": %s}"
            .formatted(title, tlp.label(), audience));
    return title;
  }

  private void decide(int number, Actor by, String action, String json) {
    judged
        .journal()
        .append(
            new Command(
                UUID.randomUUID(),
                by,
                Warning.ref(Made.id(number)),
                null,
                action,
                (ObjectNode) EntityJson.MAPPER.readTree(json)));
  }
}
