package org.tocsin.web.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.feed.FeedAction;
import org.tocsin.web.feed.Feeds;
import org.tocsin.web.feed.FetchedFeed;

/** Two feeds: {@code osint}, which fails, and {@code urlhaus}, which is off. */
public final class Fetching implements Feeds {
  /** What was done to {@code osint}. */
  public final List<FeedAction> done = new ArrayList<>();

  @Override
  public boolean areHere() {
    return true;
  }

  @Override
  public List<FetchedFeed> all() {
    return List.of(osint(), urlhaus());
  }

  @Override
  public Optional<FetchedFeed> one(String name) {
    return all().stream().filter(feed -> feed.definition().name().equals(name)).findFirst();
  }

  @Override
  public boolean act(String name, FeedAction action) {
    return name.equals("osint") && done.add(action);
  }

  private FetchedFeed osint() {
    boolean paused = !done.isEmpty() && done.getLast() == FeedAction.PAUSE;
    return new FetchedFeed(
        definition("osint", "osint-provider", "misp", "PT6H", true),
        paused ? "paused" : "failing",
        Made.NOON.plusSeconds(3600),
        Made.NOON,
        Made.NOON.plusSeconds(7200),
        Made.id(5),
        12_431,
        Duration.ofMinutes(125),
        2,
        "The server does not answer in time. It is tried <i>again</i>.");
  }

  private static FetchedFeed urlhaus() {
    return new FetchedFeed(
        definition("urlhaus", "abuse.ch", "url", "0 5 * * * *", false),
        "off",
        null,
        null,
        null,
        null,
        0,
        Duration.ZERO,
        0,
        null);
  }

  private static FetchedFeed.Definition definition(
      String name, String provider, String way, String schedule, boolean enabled) {
    return new FetchedFeed.Definition(
        name,
        new Origin(provider, name),
        way,
        "https://feeds.example.org/" + name,
        "list",
        null,
        Tlp.CLEAR,
        75,
        schedule,
        "CC0",
        "https://feeds.example.org/",
        enabled);
  }
}
