package org.tocsin.store.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.store.Directory;
import org.tocsin.store.StoreUnavailableException;

/**
 * The directory in memory, at most a second behind the store. While the store does not answer, it
 * stays as it was. Thread-safe.
 */
public final class KnownDirectory implements Memberships {
  private static final Logger LOG = LoggerFactory.getLogger(KnownDirectory.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Directory directory;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable State known;
  private volatile @Nullable StoreUnavailableException failure;
  private volatile Instant nextLook = Instant.MIN;

  private record State(long edition, DirectoryEntries entries) {}

  /** What is known of that directory; it is asked when somebody first wants to know. */
  public KnownDirectory(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The directory as it stands.
   *
   * @throws StoreUnavailableException when it was never read and cannot be now
   */
  public DirectoryEntries now() {
    if (isDue()) {
      lookUnlessSomebodyDoes();
    }
    State state = known;
    if (state == null) {
      throw new StoreUnavailableException(
          "the directory was not read yet",
          failure == null ? new IllegalStateException() : failure);
    }
    return state.entries();
  }

  /** Of a directory that was never read, nothing is known: whoever asks may see less, not more. */
  @Override
  public Membership of(String organisation) {
    try {
      return now().membership(organisation);
    } catch (StoreUnavailableException e) {
      LOG.debug("nothing is known of any organisation", e);
      return Membership.NONE;
    }
  }

  private boolean isDue() {
    return !clock.instant().isBefore(nextLook);
  }

  /** The first ones wait until there is something to know; later ones take what there is. */
  private void lookUnlessSomebodyDoes() {
    if (known == null) {
      looking.lock();
    } else if (!looking.tryLock()) {
      return;
    }
    try {
      if (isDue()) {
        look();
      }
    } finally {
      looking.unlock();
    }
  }

  private void look() {
    try {
      long edition = directory.edition();
      State before = known;
      if (before == null || before.edition() != edition) {
        known =
            new State(edition, new DirectoryEntries(directory.organisations(), directory.groups()));
      }
      failure = null;
    } catch (StoreUnavailableException e) {
      LOG.warn("the directory cannot be read; what was known of it stays");
      failure = e;
    } finally {
      nextLook = clock.instant().plus(FRESH);
    }
  }
}
