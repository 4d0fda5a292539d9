package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.feed.FeedAction;
import org.tocsin.web.feed.FeedDesk;
import tools.jackson.databind.node.ObjectNode;

/** The feeds that are fetched. */
@RestController
@RequestMapping("/api/feeds")
@Tag(name = "Feeds", description = "Feeds that are fetched, and how they fare")
final class FeedsApi {
  private final FeedDesk desk;

  FeedsApi(FeedDesk desk) {
    this.desk = desk;
  }

  /**
   * All feeds.
   *
   * @param here whether this process fetches feeds; where not, ask one with the role ingest
   */
  record FeedsBody(boolean here, List<FeedBody> items) {}

  @GetMapping
  @Operation(summary = "All feeds by name, those that are switched off too; for the team")
  FeedsBody list(Reader reader) {
    return new FeedsBody(desk.isHere(), desk.all(reader).stream().map(FeedBody::of).toList());
  }

  @GetMapping("/{name}")
  @Operation(summary = "One feed, and how it fares")
  FeedBody one(@PathVariable String name, Reader reader) {
    return FeedBody.of(desk.one(name, reader));
  }

  @PostMapping("/{name}/actions")
  @Operation(
      summary = "Pause a feed, let it go on, or fetch it now",
      description =
          "{action: pause|resume|run}. For leads and admins. A feed stays paused after a restart;"
              + " run fetches once, even while it is paused. 409 where it is switched off.")
  FeedBody act(
      @PathVariable String name,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    desk.one(name, reader);
    String action = body == null ? null : body.path("action").asString(null);
    return FeedBody.of(desk.act(name, FeedAction.of(action), reader));
  }
}
