package org.tocsin.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Addressees;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.web.warning.Recipient;
import org.tocsin.web.warning.Recipients;

/** Says exactly who will get a warning. */
final class WarningReach {
  private final KnownDirectory directory;

  WarningReach(KnownDirectory directory) {
    this.directory = directory;
  }

  /**
   * Who will.
   *
   * @param sentence who sees it, in words
   * @param organisations those of the directory
   * @param mistake why that cannot be said, null where it can
   */
  record Reach(
      ObservationCard.Level level,
      String sentence,
      List<Recipient> organisations,
      @Nullable String mistake) {
    /** How many people and machines that is. */
    public int people() {
      return organisations.stream().mapToInt(one -> one.people().size()).sum();
    }
  }

  /** As a form stands. */
  Reach of(WarningForm form, Reader reader) {
    Tlp tlp = Tlp.parse(form.tlp() == null ? "" : form.tlp()).orElse(Tlp.GREEN);
    try {
      return of(tlp, EntityJson.read(form.audience(), Addressees.class), reader);
    } catch (RefusedException e) {
      return new Reach(
          ObservationCard.Level.of(tlp), sentence(tlp), List.of(), e.getMessage() + ".");
    }
  }

  /** As it is written. */
  Reach of(WarningContent content, Reader reader) {
    return of(content.tlp(), content.audience(), reader);
  }

  private Reach of(Tlp tlp, Addressees audience, Reader reader) {
    return new Reach(
        ObservationCard.Level.of(tlp),
        sentence(tlp),
        Recipients.of(tlp, audience, directory.now(), reader),
        null);
  }

  private static String sentence(Tlp tlp) {
    return switch (tlp) {
      case CLEAR -> "Everyone, and whoever they pass it on to.";
      case GREEN -> "Every organisation of the network; they may pass it on within it.";
      case AMBER ->
          "The organisations named below; they may pass it on to those of their own who need it.";
      case AMBER_STRICT -> "The organisations named below, and nobody beyond them.";
      case RED -> "The persons named below, and nobody else. No feed and no stream carries it.";
    };
  }
}
