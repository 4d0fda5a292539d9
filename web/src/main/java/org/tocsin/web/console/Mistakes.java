package org.tocsin.web.console;

import java.util.Optional;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.web.command.VersionConflictException;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.TooLargeException;

/** Why something a person asked for was not carried out, in words for them. */
final class Mistakes {
  private Mistakes() {}

  /** Does it; empty where it was carried out. */
  static Optional<String> of(Runnable change) {
    try {
      change.run();
      return Optional.empty();
    } catch (RefusedException e) {
      return Optional.of(e.getMessage() + ".");
    } catch (BadParameterException e) {
      return Optional.of(e.explanation());
    } catch (TooLargeException e) {
      return Optional.ofNullable(e.getMessage());
    } catch (VersionConflictException e) {
      return Optional.of(
          "Somebody else changed it meanwhile, or it is there already. Nothing was done: look at how"
              + " it stands now, and decide again.");
    }
  }
}
