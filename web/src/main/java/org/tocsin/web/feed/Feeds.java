package org.tocsin.web.feed;

import java.util.List;
import java.util.Optional;
import org.tocsin.model.feed.Feed;
import tools.jackson.databind.node.ObjectNode;

/** The feeds of this node; the port through which the web reaches definitions and collectors. */
public interface Feeds {
  /** Whether this process fetches them; where not, how they fare is not known here. */
  boolean areHere();

  /**
   * All of them by name, those that are switched off or removed too; at most a second or two behind
   * what was decided.
   */
  List<FetchedFeed> all();

  /** The one that was decided so; empty where nothing ever defined it. */
  Optional<FetchedFeed> one(Feed decided);

  /** The ways a feed can be fetched, such as {@code url}. */
  List<String> ways();

  /** The keys that define it, in the words of a feeds file; empty where nothing ever did. */
  Optional<ObjectNode> written(Feed decided);

  /** What is wrong with a definition; nothing where it can be used. */
  List<DefinitionFault> faults(String name, ObjectNode definition);

  /** Fetches a feed now, once; false where this process does not fetch it. */
  boolean run(String name);
}
