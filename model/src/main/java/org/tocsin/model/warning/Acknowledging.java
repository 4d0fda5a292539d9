package org.tocsin.model.warning;

import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import tools.jackson.databind.JsonNode;

/** Readers say that they have seen a version. */
final class Acknowledging {
  private Acknowledging() {}

  static Warning decide(Warning warning, Journaled made) {
    Actor by = made.command().by();
    WarningVersion published =
        warning.published().orElseThrow(() -> RefusedException.wrongState("it is not published"));
    JsonNode version = made.command().details().path("version");
    if (!version.isIntegralNumber()) {
      throw RefusedException.invalid("version: the number of the version that was read");
    }
    if (version.asLong() != published.number()) {
      throw RefusedException.wrongState(
          "version " + published.number() + " is published by now; read it first");
    }
    if (warning.isAcknowledgedBy(by.name())) {
      throw RefusedException.wrongState("you have acknowledged this version already");
    }
    return warning.acknowledged(
        new WarningAcknowledgement(by.name(), by.organisation(), published.number(), made.at()));
  }
}
