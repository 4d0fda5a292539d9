package org.tocsin.web.feed;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.web.problem.NotVisibleException;

/** Where the node's team sees its feeds, and its leads and admins steer them. */
public final class FeedDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FeedDesk.class);
  private static final Set<Role> MAY = EnumSet.of(Role.LEAD, Role.ADMIN);

  private final Feeds feeds;

  /** A desk for these feeds. */
  public FeedDesk(Feeds feeds) {
    this.feeds = feeds;
  }

  /** Whether the reader's roles include pausing feeds and fetching them now. */
  public static boolean isOpenTo(Reader reader) {
    return reader.roles().stream().anyMatch(MAY::contains);
  }

  /** Whether this process fetches feeds; where not, another one does. */
  public boolean isHere() {
    return feeds.areHere();
  }

  /**
   * All feeds by name.
   *
   * @throws AccessDeniedException when the reader may not see them
   */
  public List<FetchedFeed> all(Reader reader) {
    if (!SharingPolicy.feeds(reader)) {
      throw new AccessDeniedException("feeds are for the node's team");
    }
    return feeds.all();
  }

  /**
   * One feed.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public FetchedFeed one(String name, Reader reader) {
    if (!SharingPolicy.feeds(reader)) {
      throw new NotVisibleException("feed");
    }
    return feeds.one(name).orElseThrow(() -> new NotVisibleException("feed"));
  }

  /**
   * Does something to a feed.
   *
   * @return how it fares after that
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when the reader's roles do not include it
   * @throws RefusedException when it is switched off
   */
  public FetchedFeed act(String name, FeedAction action, Reader reader) {
    one(name, reader);
    if (!isOpenTo(reader)) {
      throw new AccessDeniedException("feeds are steered by leads and admins");
    }
    if (!feeds.act(name, action)) {
      throw RefusedException.wrongState("The feed is switched off in its definition.");
    }
    LOG.info("{} told feed {} to {}", reader.name(), name, action.key());
    return one(name, reader);
  }
}
