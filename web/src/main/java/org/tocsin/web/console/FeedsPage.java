package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.feed.FeedAction;
import org.tocsin.web.feed.FeedDesk;

/** The feeds that are fetched: what came of each, and what holds one up. */
@Controller
@RequestMapping("/feeds")
final class FeedsPage {
  private static final String OFF = "off";

  private final FeedDesk desk;

  FeedsPage(FeedDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  String page(Reader reader, Model model) {
    fill(reader, model);
    return "feeds/page";
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
    model.addAttribute("feed", FeedCard.of(desk.one(name, reader)));
    model.addAttribute("maySteer", FeedDesk.isOpenTo(reader));
    return "feeds/feed";
  }

  /** Pauses a feed, lets it go on or fetches it now, and shows the page it was asked on. */
  @PostMapping("/{name}/actions")
  String act(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(defaultValue = "false") boolean list,
      Reader reader) {
    desk.one(name, reader);
    String known = desk.act(name, FeedAction.of(action), reader).definition().name();
    return list ? "redirect:/feeds" : "redirect:/feeds/" + known;
  }

  private String fill(Reader reader, Model model) {
    List<FeedCard> all = desk.all(reader).stream().map(FeedCard::of).toList();
    List<FeedCard> on = all.stream().filter(feed -> !feed.state().equals(OFF)).toList();
    List<FeedCard> off = all.stream().filter(feed -> feed.state().equals(OFF)).toList();
    String seen = Integer.toHexString(all.hashCode());
    model.addAttribute("on", on);
    model.addAttribute("off", off);
    model.addAttribute("here", desk.isHere());
    model.addAttribute("maySteer", FeedDesk.isOpenTo(reader));
    model.addAttribute("seen", seen);
    return seen;
  }
}
