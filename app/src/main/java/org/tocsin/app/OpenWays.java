package org.tocsin.app;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.folder.FolderState;
import org.tocsin.ingest.folder.WatchedFolder;
import org.tocsin.ingest.gate.Gates;
import org.tocsin.ingest.http.Push;
import org.tocsin.ingest.http.PushState;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.model.report.Lane;
import org.tocsin.store.feed.KnownFeeds;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.web.way.FaringWay;
import org.tocsin.web.way.Ways;

/** The ways in that stand open, as they fare in this process. */
final class OpenWays implements Ways {
  private static final String OPEN = "open";
  private static final String FAILING = "failing";
  private static final String ELSEWHERE = "elsewhere";

  private final Here here;
  private final KnownFeeds known;
  private final ProgressReader progress;
  private final InstantSource clock;

  /**
   * What this process has of them.
   *
   * @param gates null where it takes nothing in
   * @param push null where it takes nothing in
   * @param folder null where it watches none
   */
  record Here(@Nullable Gates gates, @Nullable Push push, @Nullable WatchedFolder folder) {}

  OpenWays(Here here, KnownFeeds known, ProgressReader progress, InstantSource clock) {
    this.here = here;
    this.known = known;
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  public FaringWay now(OpenWay way) {
    return switch (way) {
      case PUSH -> pushed();
      case FOLDER -> watched();
    };
  }

  @Override
  public Set<OpenWay> paused() {
    Set<String> names =
        known.now().stream().filter(Feed::paused).map(Feed::name).collect(Collectors.toSet());
    Set<OpenWay> paused = EnumSet.allOf(OpenWay.class);
    paused.removeIf(way -> !names.contains(way.feed()));
    return paused;
  }

  private FaringWay pushed() {
    if (here.push() == null) {
      return FaringWay.absent(OpenWay.PUSH, ELSEWHERE, bulk());
    }
    PushState state = here.push().state();
    return new FaringWay(
        OpenWay.PUSH,
        state.isFailing(clock.instant()) ? FAILING : OPEN,
        bulk(),
        state.lastTaken(),
        state.lastReceipt(),
        state.taken(),
        state.refused(),
        state.lastErrorAt(),
        state.lastError(),
        true);
  }

  private FaringWay watched() {
    if (here.folder() == null) {
      return FaringWay.absent(OpenWay.FOLDER, here.gates() == null ? ELSEWHERE : "off", null);
    }
    FolderState state = here.folder().state();
    FolderState.Failure failure = state.lastFailure();
    String error = holdsUp(state);
    String aside = failure == null ? null : failure.file() + ": " + failure.reason();
    return new FaringWay(
        OpenWay.FOLDER,
        error == null ? OPEN : FAILING,
        (long) state.waiting(),
        state.lastTaken(),
        state.lastReceipt(),
        state.taken(),
        state.failed(),
        error != null || failure == null ? null : failure.at(),
        error == null ? aside : error,
        true);
  }

  private @Nullable String holdsUp(FolderState state) {
    return here.gates() == null || here.gates().isKnown()
        ? state.lastError()
        : "Whether it is paused is not known yet, for Elasticsearch does not answer.";
  }

  /** Entries that wait for triage; null where Kafka does not say. */
  private @Nullable Long bulk() {
    try {
      return progress.current().lag(Lane.BULK);
    } catch (StreamUnavailableException e) {
      return null;
    }
  }
}
