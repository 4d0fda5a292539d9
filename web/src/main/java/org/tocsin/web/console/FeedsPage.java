package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.tocsin.web.feed.FeedAction;
import org.tocsin.web.feed.FeedDesk;
import org.tocsin.web.feed.SeenFeed;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.way.WayDesk;
import tools.jackson.databind.node.ObjectNode;

/** The feeds that are fetched: what came of each, and what holds one up. */
@Controller
@RequestMapping("/feeds")
final class FeedsPage {
  private static final String OFF = "off";

  private final FeedDesk desk;
  private final WayDesk ways;

  FeedsPage(FeedDesk desk, WayDesk ways) {
    this.desk = desk;
    this.ways = ways;
  }

  @GetMapping
  String page(Reader reader, Model model) {
    fill(reader, model);
    return "feeds/page";
  }

  /** Pauses a way in that stands open, or lets it go on, and shows all of them. */
  @PostMapping("/ways/{way}/actions")
  String act(
      @PathVariable String way,
      @RequestParam(defaultValue = "") String action,
      @RequestParam(required = false) @Nullable String commandId,
      @RequestParam(required = false) @Nullable Long version,
      Reader reader,
      Model model) {
    ways.one(way, reader);
    UUID id = Given.uuid("commandId", commandId);
    ObjectNode nothing = EntityJson.MAPPER.createObjectNode();
    Asked asked = new Asked(id == null ? UUID.randomUUID() : id, action, version, nothing);
    Optional<String> mistake = Mistakes.of(() -> ways.act(way, asked, reader));
    if (mistake.isEmpty()) {
      return "redirect:/feeds";
    }
    model.addAttribute("mistake", mistake.get());
    return page(reader, model);
  }

  /**
   * The live part of the page; nothing (204) where it shows the same already.
   *
   * @param seen what the page shows
   */
  @GetMapping("/live")
  @Nullable String live(
      @RequestParam(required = false) @Nullable String seen,
      Reader reader,
      Model model,
      HttpServletResponse response) {
    if (fill(reader, model).equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "feeds/live :: live";
  }

  @GetMapping("/{name}")
  String feed(@PathVariable String name, Reader reader, Model model) {
    return show(name, null, reader, model);
  }

  private String show(String name, @Nullable String mistake, Reader reader, Model model) {
    SeenFeed seen = desk.one(name, reader);
    model.addAttribute("feed", FeedCard.of(seen.feed()));
    model.addAttribute("version", seen.version());
    model.addAttribute("commandId", UUID.randomUUID().toString());
    model.addAttribute("mistake", mistake);
    model.addAttribute("maySteer", FeedDesk.isOpenTo(reader));
    model.addAttribute("mayChange", FeedDesk.mayChange(reader));
    return "feeds/feed";
  }

  /** Does something to a feed, and shows the page it was asked on. */
  @PostMapping("/{name}/actions")
  String act(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String commandId,
      @RequestParam(required = false) @Nullable Long version,
      @RequestParam(defaultValue = "false") boolean list,
      Reader reader,
      Model model) {
    String known = desk.one(name, reader).feed().definition().name();
    FeedAction what = FeedAction.of(action);
    UUID id = Given.uuid("commandId", commandId);
    Optional<String> mistake =
        Mistakes.of(() -> act(known, what, id == null ? UUID.randomUUID() : id, version, reader));
    if (mistake.isPresent()) {
      return show(known, mistake.get(), reader, model);
    }
    return list ? "redirect:/feeds" : "redirect:/feeds/" + known;
  }

  private void act(String name, FeedAction what, UUID id, @Nullable Long version, Reader reader) {
    if (what == FeedAction.RUN) {
      desk.run(name, reader);
    } else {
      ObjectNode nothing = EntityJson.MAPPER.createObjectNode();
      desk.act(name, what, new Asked(id, what.key(), version, nothing), reader);
    }
  }

  private String fill(Reader reader, Model model) {
    List<FeedCard> all = desk.all(reader).stream().map(FeedCard::of).toList();
    List<FeedCard> off = all.stream().filter(feed -> feed.state().equals(OFF)).toList();
    List<FeedCard> removed = all.stream().filter(feed -> feed.decided().removed()).toList();
    List<FeedCard> on =
        all.stream().filter(feed -> !off.contains(feed) && !removed.contains(feed)).toList();
    List<WayCard> open = ways.all(reader).stream().map(WayCard::of).toList();
    String seen = Integer.toHexString(31 * all.hashCode() + open.hashCode());
    model.addAttribute("ways", open);
    model.addAttribute("on", on);
    model.addAttribute("off", off);
    model.addAttribute("removed", removed);
    model.addAttribute("here", desk.isHere());
    model.addAttribute("maySteer", FeedDesk.isOpenTo(reader));
    model.addAttribute("mayChange", FeedDesk.mayChange(reader));
    model.addAttribute("seen", seen);
    return seen;
  }
}
