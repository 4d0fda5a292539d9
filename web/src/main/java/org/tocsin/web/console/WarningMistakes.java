package org.tocsin.web.console;

import java.util.Optional;
import java.util.function.Supplier;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.web.command.Handed;
import org.tocsin.web.command.VersionConflictException;
import org.tocsin.web.problem.BadParameterException;

/** Why something asked for was not carried out, in words for the one who asked. */
final class WarningMistakes {
  private WarningMistakes() {}

  /** Empty where it was carried out. */
  static Optional<String> of(Supplier<Handed> change) {
    try {
      return change.get().outcome().isPresent()
          ? Optional.empty()
          : Optional.of(
              "It is in the journal, but not carried out yet. Look again in a moment; there is no"
                  + " need to repeat it.");
    } catch (RefusedException e) {
      String message = String.valueOf(e.getMessage());
      return Optional.of(Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
    } catch (BadParameterException e) {
      return Optional.of(e.explanation());
    } catch (VersionConflictException e) {
      return Optional.of(
          "Somebody else changed it meanwhile. Nothing was saved: look at it again, and repeat what"
              + " you want.");
    }
  }
}
