package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.way.WayDesk;
import tools.jackson.databind.node.ObjectNode;

/** The ways in that stand open: reports that are sent in, and the watched folder. */
@RestController
@RequestMapping("/api/feeds/ways/{way}")
@Tag(name = "Feeds")
final class WaysApi {
  private final WayDesk desk;

  WaysApi(WayDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  @Operation(summary = "A way in that stands open, push or folder, and how it fares")
  WayBody one(@PathVariable String way, Reader reader) {
    return WayBody.of(desk.one(way, reader));
  }

  @PostMapping("/actions")
  @Operation(
      summary = "Pause a way in, or let it go on",
      description =
          "{action, commandId, expectedVersion}, the last two if you like. pause and resume, for"
              + " leads and admins. While push is paused, POST /api/reports answers 503; while the"
              + " folder is, files stay in it.")
  ResponseEntity<Object> act(
      @PathVariable String way,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    desk.one(way, reader);
    ObjectNode asked = body == null ? EntityJson.MAPPER.createObjectNode() : body;
    String action = asked.path("action").asString("");
    Handed handed = desk.act(way, AskedBody.readOnce(asked, action), reader);
    return CommandAnswers.of(
        handed.command(), handed.outcome(), decision -> WayBody.of(desk.one(way, reader)));
  }
}
