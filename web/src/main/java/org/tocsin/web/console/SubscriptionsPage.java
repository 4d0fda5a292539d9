package org.tocsin.web.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.command.Asked;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.subscription.DryRuns;
import org.tocsin.web.subscription.SeenSubscription;
import org.tocsin.web.subscription.SubscriptionAction;
import org.tocsin.web.subscription.SubscriptionDesk;

/** What somebody wants to hear of: all of it, and each one with what would have come of it. */
@Controller
@RequestMapping("/subscriptions")
final class SubscriptionsPage {
  private final SubscriptionDesk desk;
  private final DryRuns runs;

  SubscriptionsPage(SubscriptionDesk desk, DryRuns runs) {
    this.desk = desk;
    this.runs = runs;
  }

  @GetMapping
  String page(Reader reader, Model model) {
    List<SubscriptionCard> all =
        desk.all(reader).stream().map(seen -> SubscriptionCard.of(seen, reader.name())).toList();
    model.addAttribute("own", all.stream().filter(SubscriptionCard::own).toList());
    model.addAttribute("others", all.stream().filter(card -> !card.own()).toList());
    model.addAttribute("maySubscribe", SubscriptionDesk.isOpenTo(reader));
    return "subscriptions/page";
  }

  /**
   * One of them.
   *
   * @param confirmation what came with the mail that was sent to its address; opening the page
   *     changes nothing, since scanners of mail open links
   */
  @GetMapping("/{id}")
  String one(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String confirmation,
      Reader reader,
      Model model) {
    model.addAttribute("confirmation", confirmation);
    return show(desk.one(id, reader), null, null, reader, model);
  }

  /** Shows what it would have sent within the last 30 days. */
  @PostMapping("/{id}/test")
  String test(@PathVariable String id, Reader reader, Model model) {
    SeenSubscription seen = desk.one(id, reader);
    DryRunCard tried =
        DryRunCard.of(runs.of(seen.subscription().wish(), desk.onlooker(seen, reader), null));
    return show(seen, null, tried, reader, model);
  }

  /** Confirms the mail address it is sent to. */
  @PostMapping("/{id}/confirmation")
  String confirm(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String token,
      Reader reader,
      Model model) {
    SeenSubscription seen = desk.one(id, reader);
    Optional<String> mistake = Mistakes.of(() -> desk.confirm(id, token, reader));
    return mistake.isPresent()
        ? show(seen, mistake.get(), null, reader, model)
        : "redirect:/subscriptions/" + seen.subscription().id();
  }

  /** Does something to one, and shows it, or all where it is over. */
  @PostMapping("/{id}/actions")
  String act(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String commandId,
      @RequestParam(required = false) @Nullable Long version,
      Reader reader,
      Model model) {
    SeenSubscription seen = desk.one(id, reader);
    SubscriptionAction what = SubscriptionAction.of(action);
    UUID command = Given.uuid("commandId", commandId);
    Asked asked =
        new Asked(
            command == null ? UUID.randomUUID() : command,
            what.key(),
            version,
            EntityJson.MAPPER.createObjectNode());
    Optional<String> mistake = Mistakes.of(() -> desk.act(id, what, asked, reader));
    if (mistake.isPresent()) {
      return show(seen, mistake.get(), null, reader, model);
    }
    return what == SubscriptionAction.REMOVE
        ? "redirect:/subscriptions"
        : "redirect:/subscriptions/" + seen.subscription().id();
  }

  private static String show(
      SeenSubscription seen,
      @Nullable String mistake,
      @Nullable DryRunCard tried,
      Reader reader,
      Model model) {
    model.addAttribute("one", SubscriptionCard.of(seen, reader.name()));
    model.addAttribute("version", seen.version());
    model.addAttribute("commandId", UUID.randomUUID().toString());
    model.addAttribute("mistake", mistake);
    model.addAttribute("tried", tried);
    return "subscriptions/one";
  }
}
