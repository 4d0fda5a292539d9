package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.feed.FeedRules;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.feed.FeedAction;
import org.tocsin.web.feed.FeedDesk;
import org.tocsin.web.feed.TrialDesk;
import org.tocsin.web.feed.TrialDesk.Given;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.way.WayDesk;
import tools.jackson.databind.node.ObjectNode;

/** The feeds that are fetched. */
@RestController
@RequestMapping("/api/feeds")
@Tag(name = "Feeds", description = "Feeds that are fetched, how they fare, and what defines them")
final class FeedsApi {
  private final FeedDesk desk;
  private final TrialDesk trials;
  private final WayDesk ways;

  FeedsApi(FeedDesk desk, TrialDesk trials, WayDesk ways) {
    this.desk = desk;
    this.trials = trials;
    this.ways = ways;
  }

  /**
   * All feeds.
   *
   * @param here whether this process fetches feeds; where not, ask one with the role ingest
   * @param ways the ways in that are no feeds, as they fare in this process
   */
  record FeedsBody(boolean here, List<WayBody> ways, List<FeedBody> items) {}

  @GetMapping
  @Operation(
      summary =
          "All feeds by name, switched off and removed ones too, and the other ways in; for the"
              + " team")
  FeedsBody list(Reader reader) {
    return new FeedsBody(
        desk.isHere(),
        ways.all(reader).stream().map(WayBody::of).toList(),
        desk.all(reader).stream().map(FeedBody::of).toList());
  }

  @GetMapping("/{name}")
  @Operation(summary = "One feed as it stands now, and how it fares")
  FeedBody one(@PathVariable String name, Reader reader) {
    return FeedBody.of(desk.one(name, reader));
  }

  @GetMapping("/{name}/definition")
  @Operation(
      summary = "What defines a feed, in the words of feeds.yaml",
      description = "Can be changed and put back, but for enabled, which actions switch.")
  ObjectNode definition(@PathVariable String name, Reader reader) {
    return desk.written(name, reader);
  }

  @PutMapping("/{name}")
  @Operation(
      summary = "Define a feed, new or known",
      description =
          "All of it but enabled, with commandId and expectedVersion (0 for a new one, or one that"
              + " only files define) beside it. A new feed is switched off. For admins.")
  ResponseEntity<Object> put(
      @PathVariable String name, @RequestBody ObjectNode body, Reader reader) {
    return answer(name, desk.put(name, AskedBody.read(body, FeedRules.PUT), reader), reader);
  }

  @PostMapping("/{name}/actions")
  @Operation(
      summary = "Pause a feed, let it go on, fetch it now; switch, remove or reset it",
      description =
          "{action, commandId, expectedVersion}, the last two if you like. pause, resume and run"
              + " are for leads and admins; switch-on, switch-off, remove, restore and reset, which"
              + " makes the node's files hold again, for admins. run fetches once, even while it is"
              + " paused. 409 where the feed is not in a state for it.")
  ResponseEntity<Object> act(
      @PathVariable String name,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    desk.one(name, reader);
    FeedAction action = FeedAction.of(body == null ? null : body.path("action").asString(null));
    return action == FeedAction.RUN || body == null
        ? ResponseEntity.ok(FeedBody.of(desk.run(name, reader)))
        : answer(
            name, desk.act(name, action, AskedBody.readOnce(body, action.key()), reader), reader);
  }

  @PostMapping("/test")
  @Operation(
      summary = "Try a definition on a sample, and keep nothing",
      description =
          "{name, definition, sample | sampleBase64, file}: what would come of it, record for"
              + " record. Without a definition, that of the feed of this name; without a sample,"
              + " the feed's own beginning is fetched. A sample has up to 1 MiB, and 100 records"
              + " are shown. For admins.")
  TriedBody test(@RequestBody ObjectNode body, Reader reader) {
    String name = body.path("name").asString("");
    ObjectNode definition =
        body.path("definition") instanceof ObjectNode given ? given : desk.written(name, reader);
    return TriedBody.of(trials.test(name, definition, given(body), reader));
  }

  private static Given given(ObjectNode body) {
    String file = body.path("file").asString(null);
    String text = body.path("sample").asString(null);
    String base64 = body.path("sampleBase64").asString(null);
    if (text != null) {
      return new Given(text.getBytes(StandardCharsets.UTF_8), file);
    }
    try {
      return base64 == null ? Given.FETCHED : new Given(Base64.getDecoder().decode(base64), file);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException("sampleBase64", "'sampleBase64' must be Base64.");
    }
  }

  private ResponseEntity<Object> answer(String name, Handed handed, Reader reader) {
    return CommandAnswers.of(
        handed.command(), handed.outcome(), decision -> FeedBody.of(desk.one(name, reader)));
  }
}
