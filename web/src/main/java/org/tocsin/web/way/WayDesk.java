package org.tocsin.web.way;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.FeedRules;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Decisions;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.command.Handed;
import org.tocsin.web.feed.FeedDesk;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;

/** Where the node's team sees the ways in that stand open, and leads pause them. */
public final class WayDesk {
  private static final Set<String> ACTIONS = Set.of(FeedRules.PAUSE, FeedRules.RESUME);

  private final Ways ways;
  private final CommandDesk desk;
  private final Decisions decisions;

  /** A desk for these ways. */
  public WayDesk(Ways ways, CommandDesk desk, Decisions decisions) {
    this.ways = ways;
    this.desk = desk;
    this.decisions = decisions;
  }

  /** Whether the reader's roles include pausing them. */
  public static boolean isOpenTo(Reader reader) {
    return FeedDesk.isOpenTo(reader);
  }

  /**
   * All of them as they stand now, or a second or two ago where the store does not answer.
   *
   * @throws AccessDeniedException when the reader may not see them
   */
  public List<SeenWay> all(Reader reader) {
    if (!SharingPolicy.feeds(reader)) {
      throw new AccessDeniedException("ways in are for the node's team");
    }
    List<OpenWay> all = List.of(OpenWay.values());
    try {
      Map<EntityRef, Revision> now = revisions(all);
      return all.stream().map(way -> seen(way, now.get(way.ref()))).toList();
    } catch (StoreUnavailableException e) {
      Set<OpenWay> paused = ways.paused();
      return all.stream().map(way -> new SeenWay(known(way, paused.contains(way)), null)).toList();
    }
  }

  /**
   * One as it stands now.
   *
   * @param key as {@link OpenWay#key()}
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public SeenWay one(String key, Reader reader) {
    OpenWay way = way(key, reader);
    return seen(way, revisions(List.of(way)).get(way.ref()));
  }

  /**
   * Pauses one, or lets it go on.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when the reader's roles do not include it
   * @throws RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed act(String key, Asked asked, Reader reader) {
    OpenWay way = way(key, reader);
    if (!isOpenTo(reader)) {
      throw new AccessDeniedException("ways in are steered by leads and admins");
    }
    if (!ACTIONS.contains(asked.action())) {
      throw new BadParameterException("action", "action: one of pause, resume.");
    }
    Command command =
        BadParameterException.unlessReadable(() ->
            new Command(
                asked.commandId(),
                Actor.of(reader),
                way.ref(),
                asked.expectedVersion(),
                asked.action(),
                EntityJson.MAPPER.createObjectNode()));
    return new Handed(command, desk.submit(command));
  }

  private Map<EntityRef, Revision> revisions(List<OpenWay> all) {
    return desk.ask(() -> decisions.now(all.stream().map(OpenWay::ref).toList()));
  }

  private SeenWay seen(OpenWay way, @Nullable Revision revision) {
    boolean paused = revision != null && revision.as(Feed.class).paused();
    return new SeenWay(known(way, paused), revision == null ? 0L : revision.version());
  }

  private FaringWay known(OpenWay way, boolean paused) {
    FaringWay now = ways.now(way);
    return paused ? now.paused() : now;
  }

  private static OpenWay way(String key, Reader reader) {
    if (!SharingPolicy.feeds(reader)) {
      throw none();
    }
    return OpenWay.ofKey(key).orElseThrow(WayDesk::none);
  }

  private static NotVisibleException none() {
    return new NotVisibleException("way");
  }
}
