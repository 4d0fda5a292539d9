package org.tocsin.store.directory;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.store.Directory;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.decision.Followed;

/**
 * The directory in memory, at most a second behind the store. While the store does not answer, it
 * stays as it was. Thread-safe.
 */
public final class KnownDirectory implements Memberships {
  private static final Logger LOG = LoggerFactory.getLogger(KnownDirectory.class);

  private final Followed<DirectoryEntries> followed;

  /** What is known of that directory; it is asked when somebody first wants to know. */
  public KnownDirectory(Directory directory, InstantSource clock) {
    this.followed =
        new Followed<>(
            "directory",
            directory::edition,
            () -> new DirectoryEntries(directory.organisations(), directory.groups()),
            clock);
  }

  /**
   * The directory as it stands.
   *
   * @throws StoreUnavailableException when it was never read and cannot be now
   */
  public DirectoryEntries now() {
    return followed.now();
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
}
