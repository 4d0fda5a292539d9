package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.warning.Difference;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.SeenWarning;
import org.tocsin.web.warning.WarningDesk;
import tools.jackson.databind.node.ObjectNode;

/** What readers were given of a warning, and whether they have seen it. */
@RestController
@RequestMapping("/api/warnings/{id}")
@Tag(name = "Warnings", description = "What goes out, from the first draft to acknowledgement")
final class WarningReadersApi {
  private static final String WORKING = "working";
  private final FoundWarnings warnings;
  private final WarningDesk desk;

  WarningReadersApi(FoundWarnings warnings, WarningDesk desk) {
    this.warnings = warnings;
    this.desk = desk;
  }

  @GetMapping("/versions/{version}")
  @Operation(
      summary = "One version of it, and what is different from another",
      description =
          "The number of a published version, or 'working' for the team. With 'difference', the"
              + " number of another one; blank for the one before.")
  WarningVersionBody version(
      @PathVariable String id,
      @PathVariable String version,
      @RequestParam(required = false) @Nullable String difference,
      Reader reader) {
    SeenWarning seen = warnings.one(id, reader);
    WarningContent content = content(seen, version);
    WarningVersionBody body = WarningVersionBody.of(seen, version, content);
    String other = difference == null ? "" : other(seen, version, difference);
    return other.isEmpty()
        ? body
        : body.since(other, Difference.between(content(seen, other), content), seen.whole());
  }

  private static WarningContent content(SeenWarning seen, String version) {
    return version.equals(WORKING)
        ? FoundWarnings.working(seen)
        : FoundWarnings.version(seen, version).content();
  }

  /** The version to compare with; empty where there is none before. */
  private static String other(SeenWarning seen, String version, String given) {
    if (!given.isBlank()) {
      return given.strip();
    }
    int number = version.equals(WORKING) ? Integer.MAX_VALUE : Integer.parseInt(version);
    return FoundWarnings.before(seen, number)
        .map(WarningVersion::number)
        .map(String::valueOf)
        .orElse("");
  }

  @PostMapping("/acknowledgements")
  @Operation(
      summary = "Say that you have seen it",
      description =
          "{commandId, version}, both optional: the version you read, by default the published"
              + " one. Saying it twice is saying it once.")
  ResponseEntity<Object> acknowledge(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    SeenWarning seen = desk.seen(id, reader);
    UUID command =
        body == null ? null : Given.uuid("commandId", body.path("commandId").asString(""));
    int version = body == null ? 0 : body.path("version").asInt(0);
    Handed handed = desk.acknowledge(seen, command, version, reader);
    return CommandAnswers.of(
        handed.command(),
        handed.outcome(),
        decision -> WarningBody.of(warnings.after(decision.revision().orElseThrow(), reader)));
  }
}
