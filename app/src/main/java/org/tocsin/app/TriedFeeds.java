package org.tocsin.app;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.feed.FeedCatalog;
import org.tocsin.ingest.feed.FeedTrial;
import org.tocsin.ingest.feed.TrialResult;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.RetryableFetchException;
import org.tocsin.web.feed.Trials;
import org.tocsin.web.feed.TriedSample;
import tools.jackson.databind.node.ObjectNode;

/** Trials of definitions by what collectors do, and what came of them in the words of the web. */
final class TriedFeeds implements Trials {
  private final FeedCatalog catalog;
  private final FeedTrial trial;

  TriedFeeds(FeedCatalog catalog, FeedTrial trial) {
    this.catalog = catalog;
    this.trial = trial;
  }

  @Override
  public boolean canFetch() {
    return trial.canFetch();
  }

  @Override
  public TriedSample read(
      String feed, ObjectNode definition, byte[] sample, @Nullable String file) {
    return tried(() -> trial.read(catalog.definition(feed, definition), sample, file));
  }

  @Override
  public TriedSample fetch(String feed, ObjectNode definition) {
    return tried(() -> trial.fetch(catalog.definition(feed, definition)));
  }

  private static TriedSample tried(Supplier<TrialResult> trial) {
    try {
      return shown(trial.get());
    } catch (RefusedException e) {
      throw refused(e.refusal().title() + ". " + e.detail());
    } catch (RetryableRefusalException e) {
      throw refused(e.refusal().title() + ". Try again in a moment.");
    } catch (FetchFailedException e) {
      throw refused(e.failure().title() + ". " + e.detail());
    } catch (RetryableFetchException e) {
      throw refused(e.failure().title() + ". " + e.detail());
    }
  }

  private static RuntimeException refused(String why) {
    return org.tocsin.model.journal.RefusedException.invalid(why);
  }

  private static TriedSample shown(TrialResult result) {
    return new TriedSample(
        result.name(),
        result.guesses().stream()
            .map(guess -> new TriedSample.Guess(guess.format(), guess.sureness()))
            .toList(),
        result.records().stream()
            .map(one ->
                new TriedSample.Tried(
                    one.number(), one.format(), one.facts(), one.reject(), one.rule()))
            .toList(),
        result.accepted(),
        result.rejected(),
        result.suppressed(),
        result.unread());
  }
}
