package org.tocsin.web.command;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;

/** What programs are told about a command. */
public final class CommandAnswers {
  private CommandAnswers() {}

  /**
   * {@code 200} with what was carried out, or {@code 202} with the address where its outcome will
   * be.
   *
   * @param body what to show of it
   */
  public static ResponseEntity<Object> of(
      Command command, Optional<Decision> outcome, Function<Decision, Object> body) {
    return outcome
        .map(decision -> ResponseEntity.ok(body.apply(decision)))
        .orElseGet(() -> pending(command.id()));
  }

  private static ResponseEntity<Object> pending(UUID command) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/commands/" + command))
        .body(Map.of("commandId", command, "state", "pending"));
  }
}
