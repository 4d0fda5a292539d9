package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandAnswers;
import org.tocsin.web.command.Handed;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.parameter.Times;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.subscription.DryRuns;
import org.tocsin.web.subscription.SeenSubscription;
import org.tocsin.web.subscription.SubscriptionAction;
import org.tocsin.web.subscription.SubscriptionDesk;
import tools.jackson.databind.node.ObjectNode;

/** What people and machines want to hear of. */
@RestController
@RequestMapping("/api/subscriptions")
@Tag(name = "Subscriptions", description = "What you want to hear of, and how")
final class SubscriptionsApi {
  private final SubscriptionDesk desk;
  private final DryRuns runs;

  SubscriptionsApi(SubscriptionDesk desk, DryRuns runs) {
    this.desk = desk;
    this.runs = runs;
  }

  /** The subscriptions a reader may see; there are never so many that they need pages. */
  record SubscriptionsBody(List<SubscriptionBody> items) {}

  @GetMapping
  @Operation(
      summary = "The subscriptions you may see, your own first",
      description =
          "Your own; of your organisation, where you are its focal point; for the team all. A new"
              + " one is there within two seconds.")
  SubscriptionsBody list(Reader reader) {
    return new SubscriptionsBody(desk.all(reader).stream().map(SubscriptionBody::of).toList());
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "One subscription as it stands now",
      description = "With the secret a webhook's messages are signed with, if you may change it.")
  SubscriptionBody one(@PathVariable String id, Reader reader) {
    return SubscriptionBody.of(desk.one(id, reader));
  }

  @PostMapping
  @Operation(
      summary = "Subscribe",
      description =
          "{name, filter, channel, pace, language, repeatAfter, stormCap}, with commandId and id"
              + " beside it if you choose them yourself: the same again then changes nothing. 201"
              + " with the subscription.")
  ResponseEntity<Object> create(
      @RequestBody(required = false) @Nullable ObjectNode body, Reader reader) {
    Asked asked = AskedBody.readOnce(present(body), SubscriptionRules.PUT);
    UUID chosen = Given.uuid("id", asked.details().path("id").asString(null));
    UUID id = chosen == null ? asked.commandId() : chosen;
    Asked fresh = new Asked(asked.commandId(), asked.action(), 0L, asked.details());
    ResponseEntity<Object> answer = answer(desk.create(id, fresh, reader), reader);
    return answer.getStatusCode().equals(HttpStatus.OK)
        ? ResponseEntity.created(URI.create("/api/subscriptions/" + id)).body(answer.getBody())
        : answer;
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Describe a subscription anew",
      description =
          "All of it, with commandId and expectedVersion beside it if you like. Whoever does stands"
              + " for it from then on: what they may see is sent.")
  ResponseEntity<Object> put(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    desk.own(id, reader);
    return answer(
        desk.put(id, AskedBody.readOnce(present(body), SubscriptionRules.PUT), reader), reader);
  }

  @PostMapping("/{id}/actions")
  @Operation(
      summary = "Pause a subscription, let it go on, change its secret, end it",
      description =
          "{action, commandId, expectedVersion}, the last two if you like. action is pause, resume,"
              + " rotate or remove. After rotate, messages carry a signature by the secret before"
              + " for 24 hours, too. Leads and admins may do all but rotate.")
  ResponseEntity<Object> act(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    desk.one(id, reader);
    SubscriptionAction action =
        SubscriptionAction.of(body == null ? null : body.path("action").asString(null));
    Asked asked = AskedBody.readOnce(present(body), action.key());
    return action == SubscriptionAction.REMOVE
        ? removed(desk.act(id, action, asked, reader))
        : answer(desk.act(id, action, asked, reader), reader);
  }

  @PostMapping("/{id}/confirmation")
  @Operation(
      summary = "Confirm the mail address of a subscription",
      description = "{token}, which came with the mail that was sent there; it holds for 3 days.")
  ResponseEntity<Object> confirm(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    desk.one(id, reader);
    return answer(desk.confirm(id, present(body).path("token").asString(""), reader), reader);
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "End a subscription", description = "204; nothing is left of what it said.")
  ResponseEntity<Object> remove(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String commandId,
      @RequestParam(required = false) @Nullable Long expectedVersion,
      Reader reader) {
    desk.one(id, reader);
    UUID command = Given.uuid("commandId", commandId);
    ObjectNode nothing = EntityJson.MAPPER.createObjectNode();
    Asked asked =
        new Asked(
            command == null ? UUID.randomUUID() : command,
            SubscriptionRules.REMOVE,
            expectedVersion,
            nothing);
    return removed(desk.act(id, SubscriptionAction.REMOVE, asked, reader));
  }

  @PostMapping("/{id}/test")
  @Operation(
      summary = "See what a subscription would have sent within the last 30 days",
      description =
          "By what you may see yourself; for the team, by what its owner may. {until} looks at the 30 days before that time.")
  DryRunBody test(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ObjectNode body,
      Reader reader) {
    SeenSubscription seen = desk.one(id, reader);
    SubscriptionWish wish = seen.subscription().wish();
    return DryRunBody.of(runs.of(wish, desk.onlooker(seen, reader), until(body)));
  }

  @PostMapping("/test")
  @Operation(
      summary = "See what a subscription would have sent, and make none",
      description =
          "What makes one, and {until} if you like. How many warnings and observations within 30"
              + " days, by day, the newest 50, and how many messages these would have been. At most"
              + " the newest 10,000 of each are looked through.")
  DryRunBody test(@RequestBody(required = false) @Nullable ObjectNode body, Reader reader) {
    Asked asked = AskedBody.readOnce(present(body), SubscriptionRules.PUT);
    return DryRunBody.of(runs.of(SubscriptionDesk.tried(asked), reader, until(body)));
  }

  private static @Nullable Instant until(@Nullable ObjectNode body) {
    return body == null ? null : Times.parse("until", body.path("until").asString(null));
  }

  private ResponseEntity<Object> answer(Handed handed, Reader reader) {
    return CommandAnswers.of(
        handed.command(),
        handed.outcome(),
        decision -> SubscriptionBody.of(desk.after(decision.revision().orElseThrow(), reader)));
  }

  private static ResponseEntity<Object> removed(Handed handed) {
    ResponseEntity<Object> answer =
        CommandAnswers.of(handed.command(), handed.outcome(), decision -> decision);
    return answer.getStatusCode().equals(HttpStatus.OK)
        ? ResponseEntity.noContent().build()
        : answer;
  }

  private static ObjectNode present(@Nullable ObjectNode body) {
    if (body == null) {
      throw new BadParameterException(null, "The body must be a JSON object.");
    }
    return body;
  }
}
