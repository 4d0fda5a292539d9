package org.tocsin.web.feed;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Decisions;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.command.Handed;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;
import tools.jackson.databind.node.ObjectNode;

/** Where the node's team sees its feeds, leads steer them, and admins define them. */
public final class FeedDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FeedDesk.class);
  private static final Set<Role> STEER = EnumSet.of(Role.LEAD, Role.ADMIN);

  private final Feeds feeds;
  private final CommandDesk desk;
  private final Decisions decisions;

  /** A desk for these feeds. */
  public FeedDesk(Feeds feeds, CommandDesk desk, Decisions decisions) {
    this.feeds = feeds;
    this.desk = desk;
    this.decisions = decisions;
  }

  /** Whether the reader's roles include pausing feeds and fetching them now. */
  public static boolean isOpenTo(Reader reader) {
    return reader.roles().stream().anyMatch(STEER::contains);
  }

  /** Whether the reader's roles include defining feeds, and switching them on and off. */
  public static boolean mayChange(Reader reader) {
    return reader.roles().contains(Role.ADMIN);
  }

  /** Whether this process fetches feeds; where not, another one does. */
  public boolean isHere() {
    return feeds.areHere();
  }

  /** The ways a feed can be fetched, such as {@code url}. */
  public List<String> ways() {
    return feeds.ways();
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
   * One feed as it stands now.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public SeenFeed one(String name, Reader reader) {
    requireTeam(reader);
    Optional<Revision> revision = revision(name);
    return feeds
        .one(decided(name, revision))
        .map(feed -> new SeenFeed(feed, revision.map(Revision::version).orElse(0L)))
        .orElseThrow(FeedDesk::none);
  }

  /**
   * The keys that define a feed, in the words of a feeds file.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public ObjectNode written(String name, Reader reader) {
    requireTeam(reader);
    return feeds.written(decided(name, revision(name))).orElseThrow(FeedDesk::none);
  }

  /**
   * What is wrong with a definition; nothing where it can be used.
   *
   * @throws AccessDeniedException unless the reader is an admin
   */
  public List<DefinitionFault> faults(String name, ObjectNode definition, Reader reader) {
    requireAdmin(reader);
    return feeds.faults(name, definition);
  }

  /**
   * Fetches a feed now, once.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when the reader's roles do not include it
   * @throws RefusedException when it is not fetched here
   */
  public SeenFeed run(String name, Reader reader) {
    requireOn(steered(name, reader));
    if (!feeds.run(name)) {
      throw RefusedException.wrongState(
          "Another process fetches this feed, or it was switched on a moment ago.");
    }
    LOG.info("{} had feed {} fetched", reader.name(), name);
    return one(name, reader);
  }

  /**
   * Defines a feed, new or known.
   *
   * @throws AccessDeniedException unless the reader is an admin
   * @throws RefusedException when it can not be used; the message names each key at fault
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed put(String name, Asked asked, Reader reader) {
    requireAdmin(reader);
    EntityRef ref = BadParameterException.unlessReadable(() -> Feed.ref(name));
    List<DefinitionFault> faults = feeds.faults(name, asked.details());
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(
          faults.stream().map(DefinitionFault::toString).collect(Collectors.joining("; ")));
    }
    return submit(ref, asked, reader);
  }

  /**
   * Does something to a feed that is a command.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when the reader's roles do not include it
   * @throws RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed act(String name, FeedAction action, Asked asked, Reader reader) {
    FetchedFeed feed = steered(name, reader).feed();
    if (!action.isSteering()) {
      requireAdmin(reader);
    }
    switch (action) {
      case PAUSE, RESUME -> requireOn(one(name, reader));
      case SWITCH_ON -> requireUsable(name, reader);
      case RESET -> requireShipped(feed);
      case RUN, SWITCH_OFF, REMOVE, RESTORE -> {
        // The rules say the rest.
      }
    }
    ObjectNode nothing = EntityJson.MAPPER.createObjectNode();
    return submit(Feed.ref(name), asked.with(nothing), reader);
  }

  private SeenFeed steered(String name, Reader reader) {
    SeenFeed seen = one(name, reader);
    if (!isOpenTo(reader)) {
      throw new AccessDeniedException("feeds are steered by leads and admins");
    }
    return seen;
  }

  private static void requireOn(SeenFeed seen) {
    if (!seen.feed().definition().enabled() || seen.feed().decided().removed()) {
      throw RefusedException.wrongState("The feed is switched off.");
    }
  }

  private void requireUsable(String name, Reader reader) {
    List<DefinitionFault> faults = feeds.faults(name, written(name, reader));
    if (!faults.isEmpty()) {
      throw RefusedException.wrongState(
          "As it is defined it can not be fetched: " + faults.getFirst());
    }
  }

  private static void requireShipped(FetchedFeed feed) {
    if (!feed.decided().shipped()) {
      throw RefusedException.wrongState("No file defines this feed; it can be removed");
    }
  }

  private Handed submit(EntityRef entity, Asked asked, Reader reader) {
    Command command =
        BadParameterException.unlessReadable(() ->
            new Command(
                asked.commandId(),
                Actor.of(reader),
                entity,
                asked.expectedVersion(),
                asked.action(),
                asked.details()));
    return new Handed(command, desk.submit(command));
  }

  private Optional<Revision> revision(String name) {
    try {
      EntityRef ref = Feed.ref(name);
      return desk.ask(() -> Optional.ofNullable(decisions.now(List.of(ref)).get(ref)));
    } catch (IllegalArgumentException e) {
      throw none();
    }
  }

  private static Feed decided(String name, Optional<Revision> revision) {
    return revision.map(one -> one.as(Feed.class)).orElseGet(() -> Feed.untouched(name));
  }

  private static void requireTeam(Reader reader) {
    if (!SharingPolicy.feeds(reader)) {
      throw none();
    }
  }

  private static void requireAdmin(Reader reader) {
    if (!SharingPolicy.feeds(reader) || !mayChange(reader)) {
      throw new AccessDeniedException("feeds are changed by admins");
    }
  }

  private static NotVisibleException none() {
    return new NotVisibleException("feed");
  }
}
