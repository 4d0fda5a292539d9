package org.tocsin.web.feed;

import java.util.List;
import java.util.Optional;

/** The feeds this process fetches; the port through which the web reaches the collectors. */
public interface Feeds {
  /** There are collectors only in processes that take reports in; this one is none. */
  Feeds ELSEWHERE =
      new Feeds() {
        @Override
        public boolean areHere() {
          return false;
        }

        @Override
        public List<FetchedFeed> all() {
          return List.of();
        }

        @Override
        public Optional<FetchedFeed> one(String name) {
          return Optional.empty();
        }

        @Override
        public boolean act(String name, FeedAction action) {
          return false;
        }
      };

  /** Whether feeds are fetched by this process at all. */
  boolean areHere();

  /** All of them by name, those that are switched off too. */
  List<FetchedFeed> all();

  /** The one of that name. */
  Optional<FetchedFeed> one(String name);

  /** Does that to a feed; false where it is not switched on. */
  boolean act(String name, FeedAction action);
}
